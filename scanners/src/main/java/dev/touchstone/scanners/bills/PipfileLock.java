package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads what pipenv locks; the lock does not say what needs what. */
final class PipfileLock implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("Pipfile.lock");
    }

    @Override
    public List<String> beside() {
        return List.of("Pipfile");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.json(file.text());
        if (!lock.path("_meta").isObject()) throw new MalformedLock("/_meta", "is missing");
        JsonNode manifest = LockTrees.tomlOrNothing(file.textBeside("Pipfile"));
        LockDraft draft = new LockDraft("pypi");
        for (Map.Entry<String, JsonNode> each : lock.properties()) {
            switch (each.getKey()) {
                case "_meta" -> {}
                case "default" ->
                        group(draft, each.getValue(), manifest.path("packages"), Scope.REQUIRED);
                case "develop" ->
                        group(
                                draft,
                                each.getValue(),
                                manifest.path("dev-packages"),
                                Scope.EXCLUDED);
                default ->
                        group(draft, each.getValue(), manifest.path(each.getKey()), Scope.EXCLUDED);
            }
        }
        String format = text(lock.path("_meta"), "pipfile-spec");
        return draft.flat(
                file, "Pipfile.lock, version " + (format == null ? "?" : format), "lock file");
    }

    private static void group(LockDraft draft, JsonNode group, JsonNode asked, Scope scope) {
        Set<String> direct =
                names(asked).stream().map(PythonNames::usual).collect(Collectors.toSet());
        LockTrees.members(
                group,
                (name, entry) -> {
                    String version = text(entry, "version");
                    String git = text(entry, "git");
                    LockDraft.Draft each =
                            draft.add(
                                    null,
                                    PythonNames.usual(name),
                                    version == null ? null : version.replaceFirst("^===?", ""),
                                    git == null
                                            ? Map.of()
                                            : PythonNames.git(git, text(entry, "ref")));
                    each.scope(scope).property("marker", text(entry, "markers"));
                    each.property("resolved", text(entry, "path"));
                    List<String> hashes = LockTrees.texts(entry.path("hashes"));
                    if (hashes.size() == 1) each.hash(hashes.getFirst());
                    if (direct.contains(PythonNames.usual(name))) draft.direct(each.purl, scope);
                });
    }
}
