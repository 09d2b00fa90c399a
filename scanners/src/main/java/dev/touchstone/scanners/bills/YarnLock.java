package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    public String below() {
        return "package.json";
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
        reading.members(file.textsBelow("package.json"));
        return reading.locked(file, "yarn.lock, version " + version);
    }

    /** One lock; an entry is found by each of the ranges that it answers. */
    private static final class Reading {
        private final JsonNode lock;
        private final JsonNode manifest;
        private final boolean berry;
        private final LockDraft draft = new LockDraft("npm");
        private final Map<String, LockDraft.Draft> byRange = new HashMap<>();
        private final Map<String, JsonNode> members = new TreeMap<>();
        private @Nullable JsonNode root;

        Reading(JsonNode lock, JsonNode manifest, boolean berry) {
            this.lock = lock;
            this.manifest = manifest;
            this.berry = berry;
        }

        /** Only a manifest that declares workspaces has any. */
        void members(Map<String, String> manifests) {
            if (!manifest.has("workspaces")) return;
            manifests.forEach((folder, text) -> members.put(folder, LockTrees.jsonOrNothing(text)));
        }

        Locked locked(LockFile file, String kind) throws MalformedLock {
            for (Map.Entry<String, JsonNode> each : lock.properties()) {
                if (!each.getKey().equals("__metadata")) add(each.getKey(), each.getValue());
            }
            for (Map.Entry<String, JsonNode> each : lock.properties()) {
                needs(each.getKey(), each.getValue());
            }
            asked(manifest, root, null);
            for (JsonNode member : members.values()) {
                String name = text(member, "name");
                if (name == null) continue;
                LockDraft.Draft own = berry ? workspace(name) : null;
                if (own == null) {
                    own =
                            draft.add(
                                            NpmNames.scope(name),
                                            NpmNames.bare(name),
                                            text(member, "version"))
                                    .own();
                }
                asked(member, null, own);
            }
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
                            isMember(entry) ? memberVersion(entry) : version,
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
            if (from == null || isMember(entry)) return;
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

        /** Its own manifest says better how things are needed. */
        private boolean isMember(JsonNode entry) {
            String resolution = text(entry, "resolution");
            int at = resolution == null ? -1 : resolution.indexOf("@workspace:");
            return at > 0
                    && resolution != null
                    && members.containsKey(resolution.substring(at + 11) + "/");
        }

        private @Nullable String memberVersion(JsonNode entry) {
            String resolution = String.valueOf(text(entry, "resolution"));
            String folder = resolution.substring(resolution.indexOf("@workspace:") + 11) + "/";
            return text(members.getOrDefault(folder, manifest), "version");
        }

        private static List<String> optional(JsonNode entry) {
            JsonNode meta = entry.path("dependenciesMeta");
            return names(meta).stream()
                    .filter(name -> LockTrees.isTrue(meta.path(name), "optional"))
                    .toList();
        }

        private LockDraft.@Nullable Draft workspace(String name) {
            return byRange.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(name + "@workspace:"))
                    .min(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(null);
        }

        /** What a manifest asks for, in the name of its member, or of the project itself. */
        private void asked(
                JsonNode by, @Nullable JsonNode entry, LockDraft.@Nullable Draft member) {
            asked(by, entry, member, "dependencies", Scope.REQUIRED);
            asked(by, entry, member, "optionalDependencies", Scope.OPTIONAL);
            asked(by, entry, member, "devDependencies", Scope.EXCLUDED);
        }

        private void asked(
                JsonNode by,
                @Nullable JsonNode entry,
                LockDraft.@Nullable Draft member,
                String field,
                Scope how) {
            for (String name : names(by.path(field))) {
                if (how == Scope.REQUIRED && by.path("optionalDependencies").has(name)) continue;
                String range = by.path(field).path(name).asString("");
                String locked = entry == null ? null : text(entry.path("dependencies"), name);
                LockDraft.Draft found = find(name, locked == null ? range : locked);
                if (found == null) continue;
                if (member == null) draft.direct(found.purl, how);
                else member.need(found.purl, how);
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
