package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;
import static dev.touchstone.scanners.bills.LockTrees.texts;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Poetry and PDM lock: both list {@code [[package]]} with groups and needs. */
final class PoetryLock implements LockReader {

    @Override
    public boolean reads(String path) {
        String name = LockFile.nameOf(path);
        return name.equals("poetry.lock") || name.equals("pdm.lock");
    }

    @Override
    public List<String> beside() {
        return List.of("pyproject.toml");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.toml(file.text());
        PythonProject project =
                PythonProject.of(LockTrees.tomlOrNothing(file.textBeside("pyproject.toml")));
        LockDraft draft = new LockDraft("pypi");
        Map<String, List<LockDraft.Draft>> byName = new HashMap<>();
        JsonNode packages = lock.path("package");
        if (!packages.isArray()) throw new MalformedLock("package", "is missing");
        List<LockDraft.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            LockDraft.Draft each = add(packages.get(i), "package[" + i + "]", lock, project, draft);
            drafts.add(each);
            byName.computeIfAbsent(name(packages.get(i)), _ -> new ArrayList<>()).add(each);
        }
        for (int i = 0; i < packages.size(); i++) needs(packages.get(i), drafts.get(i), byName);
        draft.project(null, project.name(), project.version());
        project.direct()
                .forEach(
                        (name, scope) ->
                                byName.getOrDefault(name, List.of())
                                        .forEach(each -> draft.direct(each.purl, scope)));
        String version = text(lock.path("metadata"), "lock-version");
        if (version == null) version = text(lock.path("metadata"), "lock_version");
        return draft.locked(
                file, file.name() + ", version " + (version == null ? "?" : version), "lock file");
    }

    private static String name(JsonNode entry) {
        String name = text(entry, "name");
        return name == null ? "" : PythonNames.usual(name);
    }

    private static LockDraft.Draft add(
            JsonNode entry, String place, JsonNode lock, PythonProject project, LockDraft draft)
            throws MalformedLock {
        String name = PythonNames.usual(LockTrees.must(entry, "name", place));
        JsonNode source = entry.path("source");
        String type = text(source, "type");
        Map<String, String> qualifiers = Map.of();
        String git = "git".equals(type) ? text(source, "url") : text(entry, "git");
        if (git != null) {
            String commit = text(source, "resolved_reference");
            if (commit == null) commit = text(entry, "revision");
            qualifiers = PythonNames.git(git, commit);
        }
        LockDraft.Draft each = draft.add(null, name, text(entry, "version"), qualifiers);
        if ("directory".equals(type) || "file".equals(type)) {
            each.property("resolved", text(source, "url"));
        }
        each.property("resolved", text(entry, "path"));
        String marker = text(entry, "marker");
        each.property("marker", marker != null ? marker : text(entry, "markers"));
        Scope scope = scope(entry, project);
        if (scope != null) each.scope(scope);
        JsonNode files = entry.path("files");
        if (!files.isArray()) {
            files = lock.path("metadata").path("files").path(String.valueOf(text(entry, "name")));
        }
        if (files.size() == 1) each.hash(text(files.get(0), "hash"));
        return each;
    }

    /** Null when the file does not say; then it follows from who needs it. */
    private static @Nullable Scope scope(JsonNode entry, PythonProject project) {
        boolean optional = LockTrees.isTrue(entry, "optional");
        List<String> groups = texts(entry.path("groups"));
        if (groups.contains("main") || groups.contains("default")) {
            return optional ? Scope.OPTIONAL : Scope.REQUIRED;
        }
        if (groups.stream().anyMatch(project.extras()::contains)) return Scope.OPTIONAL;
        if (!groups.isEmpty()) return Scope.EXCLUDED;
        String category = text(entry, "category");
        if (category == null) return optional ? Scope.OPTIONAL : null;
        if (!category.equals("main")) return Scope.EXCLUDED;
        return optional ? Scope.OPTIONAL : Scope.REQUIRED;
    }

    private static void needs(
            JsonNode entry, LockDraft.Draft from, Map<String, List<LockDraft.Draft>> byName) {
        JsonNode dependencies = entry.path("dependencies");
        List<String> required = new ArrayList<>(names(dependencies));
        required.addAll(texts(dependencies));
        for (String each : required) {
            String name = PythonNames.ofRequirement(each);
            byName.getOrDefault(name == null ? "" : name, List.of())
                    .forEach(to -> from.need(to.purl));
        }
    }
}
