package dev.touchstone.scanners.bills;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents;
import dev.touchstone.formats.BillContents.Part;
import dev.touchstone.formats.BillContents.Property;
import dev.touchstone.formats.BillContents.Scope;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Joins what many files name: the same package in the same version is one component. */
final class JoinSources {
    private static final String SUBJECT = "touchstone:subject";

    private final Merged subject;
    private final Map<String, Merged> merged = new TreeMap<>();

    JoinSources(String name) {
        subject =
                new Merged(
                        new Bill.Component(
                                SUBJECT, "application", null, name, null, null, List.of()));
    }

    /** A component under way. */
    private static final class Merged {
        private Bill.Component component;
        private @Nullable Scope scope;
        private boolean own;
        private final TreeMap<String, String> hashes = new TreeMap<>();
        private final TreeSet<Property> properties = new TreeSet<>();
        private final TreeSet<String> places = new TreeSet<>();
        private final TreeSet<String> needs = new TreeSet<>();

        private Merged(Bill.Component component) {
            this.component = component;
        }

        private void property(String key, String value) {
            properties.add(new Property("touchstone:" + key, value));
        }

        private Part part() {
            return new Part(
                    component,
                    own ? null : scope,
                    hashes,
                    List.copyOf(properties),
                    List.copyOf(places));
        }
    }

    MadeBill join(List<SourceAnswer> answers) {
        List<Locked> sources = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (SourceAnswer each : answers) {
            sources.addAll(each.sources());
            leftOut.addAll(each.leftOut());
        }
        sources.sort(Comparator.comparing(Locked::path).thenComparing(Locked::kind));
        leftOut.sort(
                Comparator.comparing(LeftOut::path)
                        .thenComparing(LeftOut::reason)
                        .thenComparing(LeftOut::detail));
        for (Locked each : sources) source(each);
        List<Property> properties = new ArrayList<>();
        for (LeftOut each : leftOut) {
            properties.add(new Property("touchstone:leftOut", each.path() + ": " + each.reason()));
        }
        List<Bill.Dependency> dependencies = new ArrayList<>();
        dependencies.add(new Bill.Dependency(SUBJECT, List.copyOf(subject.needs)));
        merged.forEach(
                (ref, each) -> dependencies.add(new Bill.Dependency(ref, List.copyOf(each.needs))));
        return new MadeBill(
                new BillContents(
                        subject.part(),
                        merged.values().stream().map(Merged::part).toList(),
                        dependencies,
                        properties),
                sources,
                leftOut);
    }

    /**
     * What a file names hangs on its project, or on the whole when it does not tell its project.
     */
    private void source(Locked source) {
        Locked.Own own = source.project();
        String ref = own.purl();
        Merged project = subject;
        if (ref != null) {
            project =
                    merged.computeIfAbsent(
                            ref,
                            _ ->
                                    new Merged(
                                            new Bill.Component(
                                                    ref,
                                                    "application",
                                                    null,
                                                    own.name(),
                                                    own.version(),
                                                    ref,
                                                    List.of())));
            project.component = asApplication(project.component);
            project.places.add(source.path());
            subject.needs.add(ref);
        }
        project.own = true;
        project.property("source", source.path() + ": " + source.kind());
        project.property("read", source.method());
        if (!source.graphKnown()) project.property("graph", "unknown in " + source.path());
        for (String note : source.notes()) project.property("note", source.path() + ": " + note);
        project.needs.addAll(source.direct());
        if (ref != null) project.needs.remove(ref);
        for (Locked.Package each : source.packages()) add(each, source);
    }

    private static Bill.Component asApplication(Bill.Component of) {
        return new Bill.Component(
                of.ref(),
                "application",
                of.group(),
                of.name(),
                of.version(),
                of.purl(),
                of.licences());
    }

    private void add(Locked.Package of, Locked source) {
        Merged part = merged.computeIfAbsent(of.purl(), _ -> new Merged(of.component()));
        part.scope = part.scope == null ? of.scope() : part.scope.and(of.scope());
        part.own |= of.own();
        part.places.add(source.path());
        part.property("read", source.method());
        of.properties().forEach((key, value) -> part.properties.add(new Property(key, value)));
        part.needs.addAll(of.needs());
        of.hashes()
                .forEach(
                        (algorithm, hex) -> {
                            String before = part.hashes.putIfAbsent(algorithm, hex);
                            if (before == null || before.equals(hex)) return;
                            part.property("otherHash", algorithm + ":" + hex);
                        });
    }
}
