package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Yarn locks: its own text of version 1, and the YAML of later ones. */
final class YarnLock implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("yarn.lock");
    }

    @Override
    public List<String> beside() {
        return List.of("package.json");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        String text = file.text();
        boolean berry = text.contains("\n__metadata:") || text.startsWith("__metadata:");
        JsonNode lock = berry ? LockTrees.yaml(text) : YarnText.parse(text);
        JsonNode manifest = LockTrees.jsonOrNothing(file.textBeside("package.json"));
        Reading reading = new Reading(lock, manifest, berry);
        String name = text(manifest, "name");
        if (name != null) {
            reading.draft.project(
                    NpmNames.scope(name), NpmNames.bare(name), text(manifest, "version"));
        }
        String version = berry ? text(lock.path("__metadata"), "version") : "1";
        return reading.locked(file, "yarn.lock, version " + version);
    }

    /** One lock; an entry is found by each of the ranges that it answers. */
    private static final class Reading {
        private final JsonNode lock;
        private final JsonNode manifest;
        private final boolean berry;
        private final LockDraft draft = new LockDraft("npm");
        private final Map<String, LockDraft.Draft> byRange = new HashMap<>();
        private @Nullable JsonNode root;

        Reading(JsonNode lock, JsonNode manifest, boolean berry) {
            this.lock = lock;
            this.manifest = manifest;
            this.berry = berry;
        }

        Locked locked(LockFile file, String kind) throws MalformedLock {
            for (Map.Entry<String, JsonNode> each : lock.properties()) {
                if (!each.getKey().equals("__metadata")) add(each.getKey(), each.getValue());
            }
            for (Map.Entry<String, JsonNode> each : lock.properties()) {
                needs(each.getKey(), each.getValue());
            }
            direct("dependencies", Scope.REQUIRED);
            direct("optionalDependencies", Scope.OPTIONAL);
            direct("devDependencies", Scope.EXCLUDED);
            return draft.locked(file, kind, "lock file");
        }

        private void add(String ranges, JsonNode entry) throws MalformedLock {
            String first = ranges.split(", ")[0];
            String version = LockTrees.must(entry, "version", first);
            String resolution = text(entry, "resolution");
            if (resolution != null && resolution.endsWith("@workspace:.")) {
                root = entry;
                return;
            }
            String name = resolution != null ? nameIn(resolution) : realName(first);
            String from = resolution != null ? resolution : text(entry, "resolved");
            LockDraft.Draft each =
                    draft.add(
                            NpmNames.scope(name),
                            NpmNames.bare(name),
                            resolution != null
                                            && resolution.contains("@workspace:")
                                            && version.equals("0.0.0-use.local")
                                    ? null
                                    : version,
                            git(from));
            if (resolution == null) {
                each.hash(text(entry, "integrity"));
                int hash = from == null ? -1 : from.indexOf('#');
                if (hash > 0 && from != null && !from.contains(".git#")) {
                    each.hash(from.substring(hash + 1));
                }
            } else {
                each.property("checksum", text(entry, "checksum"));
                if (resolution.contains("@patch:")) each.property("patched", "true");
                if ("soft".equals(text(entry, "linkType"))) each.own();
            }
            if (!nameIn(first).equals(name)) each.property("alias", nameIn(first));
            for (String range : ranges.split(", ")) byRange.put(range, each);
        }

        private static Map<String, String> git(@Nullable String from) {
            if (from == null) return Map.of();
            int commit = from.indexOf("#commit=");
            if (commit > 0) {
                String url = from.substring(from.indexOf('@', 1) + 1, from.indexOf("#commit="));
                String plain = url.startsWith("git") ? url : "git+" + url;
                return Map.of("vcs_url", plain + "#" + from.substring(commit + 8));
            }
            if (from.contains(".git#")) {
                return Map.of("vcs_url", from.startsWith("git") ? from : "git+" + from);
            }
            return Map.of();
        }

        private static String nameIn(String range) {
            int at = range.indexOf('@', 1);
            return at < 0 ? range : range.substring(0, at);
        }

        private static String realName(String range) {
            int alias = range.indexOf("@npm:");
            return alias < 0 ? nameIn(range) : nameIn(range.substring(alias + 5));
        }

        private void needs(String ranges, JsonNode entry) {
            LockDraft.Draft from = byRange.get(ranges.split(", ")[0]);
            if (from == null) return;
            Set<String> optional = Set.copyOf(optional(entry));
            for (String field : List.of("dependencies", "optionalDependencies")) {
                LockTrees.members(
                        entry.path(field),
                        (name, range) -> {
                            LockDraft.Draft to = find(name, range.asString(""));
                            if (to == null) return;
                            boolean may = !field.equals("dependencies") || optional.contains(name);
                            from.need(to.purl, may ? Scope.OPTIONAL : Scope.REQUIRED);
                        });
            }
        }

        private static List<String> optional(JsonNode entry) {
            JsonNode meta = entry.path("dependenciesMeta");
            return names(meta).stream()
                    .filter(name -> LockTrees.isTrue(meta.path(name), "optional"))
                    .toList();
        }

        private void direct(String field, Scope how) {
            JsonNode asked = manifest.path(field);
            boolean alsoOptional = field.equals("dependencies");
            for (String name : names(asked)) {
                if (alsoOptional && manifest.path("optionalDependencies").has(name)) continue;
                String range = asked.path(name).asString("");
                if (root != null) {
                    String locked = text(root.path("dependencies"), name);
                    if (locked != null) range = locked;
                }
                LockDraft.Draft found = find(name, range);
                if (found != null) draft.direct(found.purl, how);
            }
        }

        private LockDraft.@Nullable Draft find(String name, String range) {
            LockDraft.Draft found = byRange.get(name + "@" + range);
            if (found == null && berry) found = byRange.get(name + "@npm:" + range);
            if (found == null && berry) found = patched(name + "@patch:" + name + "@");
            return found;
        }

        /** A resolution in the manifest may put a patch in the place of what a range asks for. */
        private LockDraft.@Nullable Draft patched(String prefix) {
            return byRange.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(prefix))
                    .min(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(null);
        }
    }
}
