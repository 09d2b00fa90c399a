package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bill while its file is being read. */
final class BillDraft {
    private static final int MOST_WARNINGS = 100;
    private static final int MOST_COMPONENTS = 200_000;
    private static final int MOST_NEEDS = 2_000_000;

    String version = "";
    @Nullable String serialNumber;
    @Nullable Part subject;
    private final List<Part> parts = new ArrayList<>();
    private final List<Needs> needs = new ArrayList<>();
    private int edges;
    private final List<Fault> warnings = new ArrayList<>();

    /** A component, with its place in the file. */
    static final class Part {
        final String place;
        @Nullable String ref;
        @Nullable String type;
        @Nullable String group;
        @Nullable String name;
        @Nullable String version;
        @Nullable String purl;
        boolean external;
        final List<String> licences = new ArrayList<>();

        Part(String place) {
            this.place = place;
        }

        Bill.Component component() {
            return new Bill.Component(
                    Texts.cleanOrNull(ref, Texts.MOST_ID),
                    Texts.clean(Objects.requireNonNullElse(type, "library"), Texts.MOST_ID),
                    Texts.cleanOrNull(group, Texts.MOST_ID),
                    Texts.clean(Objects.requireNonNullElse(name, ""), Texts.MOST_ID),
                    Texts.cleanOrNull(version, Texts.MOST_ID),
                    Texts.cleanOrNull(purl, 2_000),
                    licences.stream().map(each -> Texts.clean(each, Texts.MOST_ID)).toList());
        }
    }

    /** What a component needs, with its place in the file. */
    static final class Needs {
        final String place;
        @Nullable String ref;
        final List<String> on = new ArrayList<>();

        Needs(String place) {
            this.place = place;
        }
    }

    void add(Part part) {
        if (parts.size() == MOST_COMPONENTS) {
            throw new TooMuch(
                    part.place, "a bill of more than %,d components".formatted(MOST_COMPONENTS));
        }
        parts.add(part);
    }

    void add(Needs each) {
        edges += 1 + each.on.size();
        if (edges > MOST_NEEDS) {
            throw new TooMuch(each.place, "more than %,d dependencies".formatted(MOST_NEEDS));
        }
        needs.add(each);
    }

    Bill bill(String syntax) {
        Set<String> refs = new HashSet<>();
        List<Part> all = new ArrayList<>(parts);
        if (subject != null) all.add(subject);
        for (Part part : all) {
            if (part.ref != null && !refs.add(part.ref)) {
                warn(part.place, "uses the reference \"%s\" a second time".formatted(part.ref));
            }
            String wrong = part.purl == null ? null : Purl.fault(part.purl);
            if (wrong != null) warn(part.place, "has a malformed package URL: " + wrong);
        }
        List<Bill.Dependency> dependencies = new ArrayList<>();
        for (Needs each : needs) {
            if (each.ref == null) continue;
            dependencies.add(new Bill.Dependency(each.ref, each.on));
        }
        return new Bill(
                "CycloneDX " + version + " " + syntax,
                Texts.cleanOrNull(serialNumber, Texts.MOST_ID),
                subject == null ? null : subject.component(),
                parts.stream().map(Part::component).toList(),
                dependencies,
                warnings);
    }

    private void warn(String place, String message) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(Fault.warning(place, Texts.clean(message, Texts.MOST_ID)));
        }
    }
}
