package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.members;
import static dev.touchstone.scanners.bills.LockTrees.text;
import static dev.touchstone.scanners.bills.LockTrees.texts;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Cargo locks; packages without a source are members of the workspace. */
final class CargoLock implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("Cargo.lock");
    }

    @Override
    public List<String> beside() {
        return List.of("Cargo.toml");
    }

    @Override
    public String below() {
        return "Cargo.toml";
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.toml(file.text());
        JsonNode packages = lock.path("package");
        if (!packages.isArray()) throw new MalformedLock("package", "is missing");
        LockDraft draft = new LockDraft("cargo");
        List<LockDraft.Draft> drafts = new ArrayList<>();
        Map<String, List<LockDraft.Draft>> byName = new HashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            JsonNode node = packages.get(i);
            String place = "package[" + i + "]";
            String name = LockTrees.must(node, "name", place);
            String version = LockTrees.must(node, "version", place);
            String source = text(node, "source");
            LockDraft.Draft each = draft.add(null, name, version, qualifiers(source));
            if (source == null) each.own();
            each.hash(text(node, "checksum"));
            each.hash(
                    text(
                            lock.path("metadata"),
                            "checksum %s %s (%s)".formatted(name, version, source)));
            drafts.add(each);
            for (String key : List.of(name, name + " " + version)) {
                byName.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
            }
            byName.computeIfAbsent(
                            name + " " + version + " (" + source + ")", _ -> new ArrayList<>())
                    .add(each);
        }
        JsonNode manifest = LockTrees.tomlOrNothing(file.textBeside("Cargo.toml"));
        String root = text(manifest.path("package"), "name");
        if (root != null) draft.project(null, root, text(manifest.path("package"), "version"));
        Map<String, Map<String, Scope>> asked = new TreeMap<>();
        if (root != null) asked.put(root, asked(manifest));
        for (String text : file.textsBelow("Cargo.toml").values()) {
            JsonNode member = LockTrees.tomlOrNothing(text);
            String name = text(member.path("package"), "name");
            if (name != null) asked.putIfAbsent(name, asked(member));
        }
        for (int i = 0; i < packages.size(); i++) {
            JsonNode node = packages.get(i);
            Map<String, Scope> how =
                    node.has("source")
                            ? Map.of()
                            : asked.getOrDefault(String.valueOf(text(node, "name")), Map.of());
            for (String need : texts(node.path("dependencies"))) {
                List<LockDraft.Draft> found =
                        byName.getOrDefault(
                                need, byName.getOrDefault(withoutGitCommit(need), List.of()));
                Scope scope = how.getOrDefault(need.split(" ")[0], Scope.REQUIRED);
                for (LockDraft.Draft to : found) drafts.get(i).need(to.purl, scope);
            }
        }
        String version = text(lock, "version");
        return draft.locked(
                file, "Cargo.lock, version " + (version == null ? "1" : version), "lock file");
    }

    /** Needs name a git source without the commit that the package itself carries. */
    private static String withoutGitCommit(String need) {
        int paren = need.indexOf(" (");
        return paren < 0 ? need : need.substring(0, paren);
    }

    private static Map<String, String> qualifiers(@Nullable String source) {
        if (source == null || !source.startsWith("git+")) return Map.of();
        int hash = source.indexOf('#');
        int question = source.indexOf('?');
        int end = question >= 0 ? question : hash >= 0 ? hash : source.length();
        String commit = hash >= 0 ? "@" + source.substring(hash + 1) : "";
        return Map.of("vcs_url", source.substring(0, end) + commit);
    }

    /** How the manifest's own dependencies are needed, by the name of the package. */
    private static Map<String, Scope> asked(JsonNode manifest) {
        Map<String, Scope> asked = new TreeMap<>();
        tables(manifest, asked);
        members(manifest.path("target"), (_, each) -> tables(each, asked));
        return asked;
    }

    private static void tables(JsonNode owner, Map<String, Scope> asked) {
        members(
                owner.path("dependencies"),
                (name, how) ->
                        asked.merge(
                                packageName(name, how),
                                LockTrees.isTrue(how, "optional") ? Scope.OPTIONAL : Scope.REQUIRED,
                                Scope::and));
        for (String table : List.of("dev-dependencies", "build-dependencies")) {
            members(
                    owner.path(table),
                    (name, how) -> asked.merge(packageName(name, how), Scope.EXCLUDED, Scope::and));
        }
    }

    private static String packageName(String name, JsonNode how) {
        String renamed = text(how, "package");
        return renamed == null ? name : renamed;
    }
}
