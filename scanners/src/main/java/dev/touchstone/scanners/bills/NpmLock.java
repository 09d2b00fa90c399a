package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.isTrue;
import static dev.touchstone.scanners.bills.LockTrees.members;
import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what npm locks, in all three versions of its lock file. */
final class NpmLock implements LockReader {
    private static final String MODULES = "node_modules/";

    @Override
    public boolean reads(String path) {
        String name = LockFile.nameOf(path);
        return name.equals("package-lock.json") || name.equals("npm-shrinkwrap.json");
    }

    @Override
    public List<String> beside() {
        return List.of("package.json");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.json(file.text());
        String version = text(lock, "lockfileVersion");
        if (version == null) {
            throw new MalformedLock("/lockfileVersion", "is missing, so it is no lock of npm");
        }
        JsonNode packages = lock.path("packages");
        if (!packages.isObject()) packages = fromVersion1(lock, file);
        return new Reading(packages, lock).locked(file, file.name() + ", version " + version);
    }

    /** Version 1 nests what version 2 names by its folder. */
    private static JsonNode fromVersion1(JsonNode lock, LockFile file) throws MalformedLock {
        ObjectNode packages = JsonNodeFactory.instance.objectNode();
        JsonNode manifest = LockTrees.jsonOrNothing(file.textBeside("package.json"));
        packages.set("", manifest.isObject() ? manifest : JsonNodeFactory.instance.objectNode());
        nested(lock.path("dependencies"), "", packages, 0);
        return packages;
    }

    private static void nested(JsonNode dependencies, String folder, ObjectNode into, int depth)
            throws MalformedLock {
        if (depth > 100) throw new MalformedLock("/dependencies", "are nested too deep");
        if (!dependencies.isObject()) return;
        for (Map.Entry<String, JsonNode> each : dependencies.properties()) {
            if (!(each.getValue() instanceof ObjectNode entry)) continue;
            String path = folder + MODULES + each.getKey();
            ObjectNode flat = entry.deepCopy();
            flat.remove("dependencies");
            if (entry.path("requires").isObject()) flat.set("dependencies", entry.get("requires"));
            String version = text(entry, "version");
            if (version != null && version.startsWith("npm:")) {
                int at = version.lastIndexOf('@');
                flat.put("name", version.substring(4, at));
                flat.put("version", version.substring(at + 1));
            } else if (version != null && version.contains(":")) {
                flat.put("resolved", version);
                flat.remove("version");
            }
            into.set(path, flat);
            nested(entry.path("dependencies"), path + "/", into, depth + 1);
        }
    }

    /** One lock; a package is named by the folder that npm puts it in. */
    private static final class Reading {
        private final JsonNode packages;
        private final LockDraft draft = new LockDraft("npm");
        private final Map<String, LockDraft.Draft> byFolder = new TreeMap<>();

        Reading(JsonNode packages, JsonNode lock) {
            this.packages = packages;
            JsonNode root = packages.path("");
            project(
                    text(root, "name") != null ? text(root, "name") : text(lock, "name"),
                    text(root, "version"));
        }

        private void project(@Nullable String name, @Nullable String version) {
            if (name == null) return;
            draft.project(NpmNames.scope(name), NpmNames.bare(name), version);
        }

        Locked locked(LockFile file, String kind) {
            members(packages, this::add);
            members(packages, this::link);
            members(packages, this::needs);
            return draft.locked(file, kind, "lock file");
        }

        private void add(String folder, JsonNode entry) {
            if (folder.isEmpty() || isTrue(entry, "link")) return;
            String name = text(entry, "name");
            if (name == null) name = nameOf(folder);
            String resolved = text(entry, "resolved");
            LockDraft.Draft each =
                    draft.add(
                            NpmNames.scope(name),
                            NpmNames.bare(name),
                            text(entry, "version"),
                            NpmNames.qualifiers(resolved));
            byFolder.put(folder, each);
            if (!folder.contains(MODULES) || isFolder(resolved)) {
                each.own();
                return;
            }
            each.scope(scope(entry)).hash(text(entry, "integrity"));
            if (resolved != null && resolved.startsWith("file:")) {
                each.property("resolved", resolved);
            }
            if (!name.equals(nameOf(folder))) each.property("alias", nameOf(folder));
            if (isTrue(entry, "inBundle")) each.property("bundled", "true");
        }

        /** Version 1 says so where later ones link. */
        private static boolean isFolder(@Nullable String resolved) {
            return resolved != null
                    && resolved.startsWith("file:")
                    && !resolved.matches(".*\\.(tgz|tar\\.gz|tar)");
        }

        private void link(String folder, JsonNode entry) {
            if (!isTrue(entry, "link")) return;
            String to = text(entry, "resolved");
            LockDraft.Draft target = to == null ? null : byFolder.get(to);
            if (target != null) byFolder.put(folder, target);
        }

        private static Scope scope(JsonNode entry) {
            if (isTrue(entry, "dev")) return Scope.EXCLUDED;
            return isTrue(entry, "optional") || isTrue(entry, "devOptional")
                    ? Scope.OPTIONAL
                    : Scope.REQUIRED;
        }

        private void needs(String folder, JsonNode entry) {
            need(folder, names(entry.path("dependencies")), Scope.REQUIRED);
            need(folder, names(entry.path("optionalDependencies")), Scope.OPTIONAL);
            need(folder, names(entry.path("peerDependencies")), Scope.REQUIRED);
            if (!folder.contains(MODULES)) {
                need(folder, names(entry.path("devDependencies")), Scope.EXCLUDED);
            }
        }

        private void need(String folder, List<String> names, Scope how) {
            for (String name : names) {
                LockDraft.Draft found = resolve(folder, name);
                if (found == null) continue;
                LockDraft.Draft from = byFolder.get(folder);
                if (folder.isEmpty()) draft.direct(found.purl, how);
                else if (from != null) from.need(found.purl, how);
            }
        }

        /** As Node.js looks it up: in the own folder, then in each one above. */
        private LockDraft.@Nullable Draft resolve(String folder, String name) {
            String from = folder;
            while (true) {
                LockDraft.Draft found =
                        byFolder.get((from.isEmpty() ? "" : from + "/") + MODULES + name);
                if (found != null || from.isEmpty()) return found;
                from = from.substring(0, Math.max(0, from.lastIndexOf('/')));
            }
        }

        private static String nameOf(String folder) {
            int modules = folder.lastIndexOf(MODULES);
            return modules >= 0
                    ? folder.substring(modules + MODULES.length())
                    : folder.substring(folder.lastIndexOf('/') + 1);
        }
    }
}
