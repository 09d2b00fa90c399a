package dev.touchstone.engine.identity;

import java.util.Comparator;

/**
 * Where a reported finding lies that is not known exactly as it stands.
 *
 * @param tie parts those that lie at the same place; a hash of what they say
 */
public record ReportedPlace(
        Identity.Key key,
        long context,
        boolean placed,
        String path,
        int line,
        int column,
        long tie) {

    /** A total order that does not depend on the order of the report. */
    public static final Comparator<ReportedPlace> ORDER =
            Comparator.comparing(ReportedPlace::path)
                    .thenComparingInt(ReportedPlace::line)
                    .thenComparingInt(ReportedPlace::column)
                    .thenComparingLong(place -> place.key().a())
                    .thenComparingLong(place -> place.key().b())
                    .thenComparingLong(ReportedPlace::tie);

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
