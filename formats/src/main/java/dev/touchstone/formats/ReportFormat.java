package dev.touchstone.formats;

/** The file formats that Touchstone reads. */
public enum ReportFormat {
    SARIF_2_1_0("SARIF 2.1.0"),
    CYCLONEDX_JSON("CycloneDX JSON"),
    CYCLONEDX_XML("CycloneDX XML");

    private final String title;

    ReportFormat(String title) {
        this.title = title;
    }

    /** The name that people know the format by. */
    public String title() {
        return title;
    }

    /** True for a bill of materials, false for a report of findings. */
    public boolean isBill() {
        return switch (this) {
            case SARIF_2_1_0 -> false;
            case CYCLONEDX_JSON, CYCLONEDX_XML -> true;
        };
    }
}
