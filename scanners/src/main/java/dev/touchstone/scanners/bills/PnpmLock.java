package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what pnpm locks, in the forms 5, 6 and 9 of its lock file. */
final class PnpmLock implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("pnpm-lock.yaml");
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
        JsonNode lock = LockTrees.yaml(file.text());
        String version = LockTrees.must(lock, "lockfileVersion", "lockfileVersion");
        Reading reading = new Reading(lock, version.startsWith("5"));
        file.textsBelow("package.json")
                .forEach((folder, text) -> reading.member(folder, LockTrees.jsonOrNothing(text)));
        JsonNode manifest = LockTrees.jsonOrNothing(file.textBeside("package.json"));
        String name = text(manifest, "name");
        if (name != null) {
            reading.draft.project(
                    NpmNames.scope(name), NpmNames.bare(name), text(manifest, "version"));
        }
        return reading.locked(file, "pnpm-lock.yaml, version " + version);
    }

    /** One lock; a package is named by a key that holds name, version and, in brackets, peers. */
    private static final class Reading {
        private final JsonNode lock;
        private final boolean slashes;
        private final LockDraft draft = new LockDraft("npm");
        private final Map<String, LockDraft.Draft> byKey = new HashMap<>();

        private final Map<String, LockDraft.Draft> members = new HashMap<>();

        Reading(JsonNode lock, boolean slashes) {
            this.lock = lock;
            this.slashes = slashes;
        }

        /** Importers are named by their folder; only their manifests know their names. */
        void member(String folder, JsonNode manifest) {
            String path = folder.substring(0, folder.length() - 1);
            String name = text(manifest, "name");
            if (name == null || !lock.path("importers").has(path)) return;
            members.put(
                    path,
                    draft.add(NpmNames.scope(name), NpmNames.bare(name), text(manifest, "version"))
                            .own());
        }

        Locked locked(LockFile file, String kind) {
            JsonNode packages = lock.path("packages");
            JsonNode snapshots = lock.path("snapshots");
            JsonNode graph = snapshots.isObject() ? snapshots : packages;
            LockTrees.members(packages, this::add);
            LockTrees.members(
                    graph,
                    (key, _) -> {
                        LockDraft.Draft plain = byKey.get(withoutPeers(key));
                        if (plain != null) byKey.putIfAbsent(key, plain);
                    });
            LockTrees.members(
                    graph,
                    (key, node) -> {
                        LockDraft.Draft from = byKey.get(key);
                        if (from == null) return;
                        needs(node.path("dependencies"), Scope.REQUIRED, from);
                        needs(node.path("optionalDependencies"), Scope.OPTIONAL, from);
                    });
            if (lock.path("importers").isObject()) {
                LockTrees.members(lock.path("importers"), this::importer);
            } else {
                importer(".", lock);
            }
            return draft.locked(file, kind, "lock file");
        }

        private void add(String key, JsonNode node) {
            String id = withoutPeers(key);
            if (id.startsWith("/")) id = id.substring(1);
            int cut = slashes ? id.lastIndexOf('/') : id.indexOf('@', 1);
            String name = text(node, "name");
            String version = text(node, "version");
            if (name == null && cut > 0) name = id.substring(0, cut);
            if (version == null && cut > 0) version = id.substring(cut + 1);
            boolean named = text(node, "name") != null;
            if (name == null || !named && (version == null || !startsWithDigit(version, key))) {
                draft.note("no name and version: " + key);
                return;
            }
            // A package of another registry begins with the host of that.
            int host = name.startsWith("@") ? -1 : name.indexOf('/');
            if (host > 0) name = name.substring(host + 1);
            if (version != null && slashes && version.indexOf('_') > 0) {
                version = version.substring(0, version.indexOf('_'));
            }
            JsonNode resolution = node.path("resolution");
            LockDraft.Draft each =
                    draft.add(
                            NpmNames.scope(name),
                            NpmNames.bare(name),
                            version,
                            NpmNames.qualifiers(address(resolution)));
            each.hash(text(resolution, "integrity"));
            String tarball = text(resolution, "tarball");
            if (tarball != null && tarball.startsWith("file:")) each.property("resolved", tarball);
            each.property("resolved", text(resolution, "directory"));
            if ("directory".equals(text(resolution, "type"))) each.own();
            if (key.contains("patch_hash=")) each.property("patched", "true");
            byKey.put(key, each);
            byKey.putIfAbsent(withoutPeers(key), each);
        }

        /** Keys of what comes from elsewhere hold an address where others hold a version. */
        private static boolean startsWithDigit(String version, String key) {
            return !version.isEmpty() && Character.isDigit(version.charAt(0))
                    || key.indexOf(':') > 0;
        }

        /** Code fetched from a repository, cloned or as the archive that its host packs. */
        private static @Nullable String address(JsonNode resolution) {
            String repository = text(resolution, "repo");
            String commit = text(resolution, "commit");
            if (repository == null || commit == null) return null;
            String plain = repository.startsWith("git") ? repository : "git+" + repository;
            return plain + "#" + commit;
        }

        private String withoutPeers(String key) {
            int paren = key.indexOf('(');
            return paren < 0 || slashes ? key : key.substring(0, paren);
        }

        private void importer(String path, JsonNode importer) {
            direct(path, importer.path("dependencies"), Scope.REQUIRED);
            direct(path, importer.path("optionalDependencies"), Scope.OPTIONAL);
            direct(path, importer.path("devDependencies"), Scope.EXCLUDED);
        }

        private void direct(String path, JsonNode dependencies, Scope how) {
            LockDraft.Draft member = members.get(path);
            LockTrees.members(
                    dependencies,
                    (name, value) -> {
                        String version = value.isObject() ? text(value, "version") : asText(value);
                        LockDraft.Draft found = find(name, version);
                        if (found == null) found = linked(path, version);
                        if (found == null) return;
                        if (member != null) member.need(found.purl, how);
                        else draft.direct(found.purl, how);
                    });
        }

        private LockDraft.@Nullable Draft linked(String path, @Nullable String version) {
            if (version == null || !version.startsWith("link:")) return null;
            String target = RelativePaths.resolve(path, version.substring(5));
            return target == null ? null : members.get(target);
        }

        private void needs(JsonNode dependencies, Scope how, LockDraft.Draft from) {
            LockTrees.members(
                    dependencies,
                    (name, value) -> {
                        LockDraft.Draft to = find(name, asText(value));
                        if (to != null) from.need(to.purl, how);
                    });
        }

        private static @Nullable String asText(JsonNode value) {
            return value.isString() ? value.asString() : null;
        }

        /** A reference is a version, or a whole key when name and package differ. */
        private LockDraft.@Nullable Draft find(String name, @Nullable String version) {
            if (version == null || version.startsWith("link:")) return null;
            List<String> keys =
                    slashes
                            ? List.of("/" + name + "/" + version, version)
                            : List.of(name + "@" + version, "/" + name + "@" + version, version);
            for (String key : keys) {
                LockDraft.Draft found = byKey.get(key);
                if (found == null) found = byKey.get(withoutPeers(key));
                if (found != null) return found;
            }
            return null;
        }
    }
}
