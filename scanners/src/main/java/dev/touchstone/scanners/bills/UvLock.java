package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.members;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what uv locks; members of the workspace are packages of the lock too. */
final class UvLock implements LockReader {
    private static final List<String> LOCAL = List.of("virtual", "editable", "directory");

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("uv.lock");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.toml(file.text());
        if (!lock.path("package").isArray() && text(lock, "version") == null) {
            throw new MalformedLock("version", "is missing, so it is no lock of uv");
        }
        return new Reading(lock.path("package"))
                .locked(file, "uv.lock, version " + text(lock, "version"));
    }

    /** One lock. */
    private static final class Reading {
        private record Entry(JsonNode node, LockDraft.Draft draft) {}

        private final LockDraft draft = new LockDraft("pypi");
        private final Map<String, List<Entry>> byName = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();

        Reading(JsonNode packages) throws MalformedLock {
            int index = 0;
            for (JsonNode node : packages) {
                String name = LockTrees.must(node, "name", "package[" + index++ + "]");
                JsonNode source = node.path("source");
                String git = text(source, "git");
                LockDraft.Draft each =
                        draft.add(
                                null,
                                PythonNames.usual(name),
                                text(node, "version"),
                                git == null ? Map.of() : Map.of("vcs_url", address(git)));
                if (LOCAL.stream().anyMatch(source::has)) each.own();
                if (source.path("virtual").asString("").equals(".")
                        || source.path("editable").asString("").equals(".")) {
                    draft.project(null, PythonNames.usual(name), text(node, "version"));
                }
                each.property("resolved", text(source, "path"));
                if (node.path("wheels").size() + (node.has("sdist") ? 1 : 0) == 1) {
                    each.hash(text(node.path("sdist"), "hash"));
                    each.hash(text(node.path("wheels").path(0), "hash"));
                }
                Entry entry = new Entry(node, each);
                entries.add(entry);
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
            }
        }

        /** {@code repository?rev=v1#commit} as an address that names the commit. */
        private static String address(String git) {
            int hash = git.indexOf('#');
            int question = git.indexOf('?');
            String base = git.substring(0, question >= 0 ? question : Math.max(hash, 0));
            if (hash < 0) return "git+" + git;
            return "git+" + base + "@" + git.substring(hash + 1);
        }

        Locked locked(LockFile file, String kind) {
            for (Entry each : entries) {
                needs(each, each.node.path("dependencies"), Scope.REQUIRED);
                if (!isLocal(each)) continue;
                members(
                        each.node.path("optional-dependencies"),
                        (_, list) -> needs(each, list, Scope.OPTIONAL));
                members(
                        each.node.path("dev-dependencies"),
                        (_, list) -> needs(each, list, Scope.EXCLUDED));
            }
            return draft.locked(file, kind, "lock file");
        }

        private void needs(Entry from, JsonNode list, Scope how) {
            for (JsonNode need : list) need(from, need, how, new HashSet<>());
        }

        private static boolean isLocal(Entry entry) {
            return LOCAL.stream().anyMatch(entry.node.path("source")::has);
        }

        /** What an extra brings is needed by the one that asked for the extra. */
        private void need(Entry from, JsonNode need, Scope how, Set<String> seen) {
            String name = text(need, "name");
            String version = text(need, "version");
            for (Entry to : byName.getOrDefault(name == null ? "" : name, List.of())) {
                if (version != null && !version.equals(text(to.node, "version"))) continue;
                from.draft.need(to.draft.purl, how);
                for (String extra : LockTrees.texts(need.path("extra"))) {
                    if (!seen.add(name + "[" + extra + "]")) continue;
                    // Of a project that asks for it, what an extra brings is not asked for itself.
                    Entry asks = isLocal(from) ? to : from;
                    for (JsonNode more : to.node.path("optional-dependencies").path(extra)) {
                        need(asks, more, how, seen);
                    }
                }
            }
        }
    }
}
