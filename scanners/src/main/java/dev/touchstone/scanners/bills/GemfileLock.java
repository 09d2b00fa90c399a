package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what Bundler locks for Ruby; one gem may stand there for several platforms. */
final class GemfileLock implements LockReader {

    @Override
    public boolean reads(String path) {
        String name = LockFile.nameOf(path);
        return name.equals("Gemfile.lock") || name.equals("gems.locked");
    }

    @Override
    public List<String> beside() {
        return List.of("Gemfile", "gems.rb");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        Reading reading = new Reading();
        int number = 0;
        for (String line : file.text().lines().toList()) reading.line(line, ++number);
        if (!reading.sawSpecs) throw new MalformedLock("1:1", "has no section with specs");
        String manifest = file.textBeside("Gemfile");
        if (manifest == null) manifest = file.textBeside("gems.rb");
        return reading.locked(file, GemfileGroups.of(manifest));
    }

    /** {@code name (version)! rest}; all but the name may be absent. */
    private record Spec(String name, @Nullable String version, @Nullable String rest) {

        static Spec of(String text) {
            int blank = text.indexOf(' ');
            if (blank < 0) return new Spec(text, null, null);
            String name = text.substring(0, blank);
            int close = text.indexOf(')', blank);
            if (close < 0 || text.charAt(blank + 1) != '(') return new Spec(name, null, null);
            int rest = text.indexOf(' ', close);
            return new Spec(
                    name,
                    text.substring(blank + 2, close),
                    rest < 0 ? null : text.substring(rest + 1));
        }
    }

    /** One lock. */
    private static final class Reading {
        private final LockDraft draft = new LockDraft("gem");
        private final Map<String, List<LockDraft.Draft>> byName = new TreeMap<>();
        private final Map<LockDraft.Draft, List<String>> needs = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private final Map<String, String> source = new HashMap<>();
        private String section = "";
        private LockDraft.@Nullable Draft last;
        private boolean sawSpecs;

        void line(String line, int number) throws MalformedLock {
            if (line.isBlank()) return;
            int indent = line.length() - line.stripLeading().length();
            String text = line.strip();
            if (indent == 0) {
                section = text;
                source.clear();
                last = null;
                return;
            }
            Spec spec = Spec.of(text);
            switch (section) {
                case "GEM", "GIT", "PATH", "PLUGIN SOURCE" -> {
                    if (text.equals("specs:")) {
                        sawSpecs = true;
                    } else if (indent == 2) {
                        int colon = text.indexOf(": ");
                        if (colon > 0) {
                            source.put(text.substring(0, colon), text.substring(colon + 2));
                        }
                    } else if (indent == 4) {
                        add(spec.name(), spec.version(), number);
                    } else if (indent == 6 && last != null) {
                        needs.computeIfAbsent(last, _ -> new ArrayList<>()).add(spec.name());
                    }
                }
                case "DEPENDENCIES" -> {
                    String name = spec.name();
                    asked.add(name.endsWith("!") ? name.substring(0, name.length() - 1) : name);
                }
                case "CHECKSUMS" -> {
                    checksum(spec.name(), spec.version(), spec.rest());
                }
                default -> {
                    // PLATFORMS, RUBY VERSION and BUNDLED WITH name no gem
                }
            }
        }

        private void add(String name, @Nullable String version, int number) throws MalformedLock {
            if (version == null) {
                throw new MalformedLock(number + ":1", name + " has no version");
            }
            Map<String, String> qualifiers = new HashMap<>();
            int dash = version.indexOf('-');
            if (dash > 0) qualifiers.put("platform", version.substring(dash + 1));
            String remote = source.get("remote");
            if (section.equals("GIT") && remote != null) {
                qualifiers.put("vcs_url", "git+" + remote + "@" + source.get("revision"));
            }
            LockDraft.Draft each =
                    draft.add(
                            null,
                            name,
                            dash > 0 ? version.substring(0, dash) : version,
                            qualifiers);
            if (section.equals("PATH")) each.own().property("resolved", remote);
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            last = each;
        }

        private void checksum(String name, @Nullable String version, @Nullable String sums) {
            if (version == null || sums == null) return;
            int dash = version.indexOf('-');
            String platform = dash > 0 ? "platform=" + version.substring(dash + 1) : "";
            for (LockDraft.Draft each : byName.getOrDefault(name, List.of())) {
                if (dash > 0 ? each.purl.endsWith(platform) : !each.purl.contains("platform=")) {
                    each.hash(sums.replace('=', ':'));
                }
            }
        }

        Locked locked(LockFile file, Map<String, Scope> groups) {
            for (String name : asked) {
                for (LockDraft.Draft each : byName.getOrDefault(name, List.of())) {
                    draft.direct(each.purl, groups.getOrDefault(name, Scope.REQUIRED));
                }
            }
            needs.forEach(
                    (from, names) ->
                            names.forEach(
                                    name ->
                                            byName.getOrDefault(name, List.of())
                                                    .forEach(to -> from.need(to.purl))));
            return draft.locked(file, file.name(), "lock file");
        }
    }
}
