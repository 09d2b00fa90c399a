package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Composer locks for PHP. */
final class ComposerLock implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("composer.lock");
    }

    @Override
    public List<String> beside() {
        return List.of("composer.json");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.json(file.text());
        if (!lock.path("packages").isArray()) {
            throw new MalformedLock("/packages", "is missing, so it is no lock of Composer");
        }
        LockDraft draft = new LockDraft("composer");
        Map<String, LockDraft.Draft> byName = new HashMap<>();
        group(lock.path("packages"), "/packages", Scope.REQUIRED, draft, byName);
        group(lock.path("packages-dev"), "/packages-dev", Scope.EXCLUDED, draft, byName);
        for (String group : List.of("packages", "packages-dev")) {
            for (JsonNode each : lock.path(group)) {
                LockDraft.Draft from = byName.get(lower(text(each, "name")));
                if (from == null) continue;
                for (String need : names(each.path("require"))) {
                    LockDraft.Draft to = byName.get(lower(need));
                    if (to != null) from.need(to.purl);
                }
            }
        }
        JsonNode manifest = LockTrees.jsonOrNothing(file.textBeside("composer.json"));
        direct(manifest.path("require"), Scope.REQUIRED, draft, byName);
        direct(manifest.path("require-dev"), Scope.EXCLUDED, draft, byName);
        String name = text(manifest, "name");
        if (name != null && name.contains("/")) {
            int slash = name.indexOf('/');
            draft.project(
                    name.substring(0, slash), name.substring(slash + 1), text(manifest, "version"));
        }
        return draft.locked(file, "composer.lock", "lock file");
    }

    private static void group(
            JsonNode packages,
            String place,
            Scope scope,
            LockDraft draft,
            Map<String, LockDraft.Draft> byName)
            throws MalformedLock {
        int index = 0;
        for (JsonNode each : packages) {
            String name = LockTrees.must(each, "name", place + "/" + index++);
            int slash = name.indexOf('/');
            LockDraft.Draft added =
                    draft.add(
                            slash < 0 ? null : name.substring(0, slash),
                            name.substring(slash + 1),
                            text(each, "version"));
            added.scope(scope).hash(text(each.path("dist"), "shasum"));
            added.property("commit", text(each.path("source"), "reference"));
            if ("path".equals(text(each.path("dist"), "type"))) {
                added.property("resolved", text(each.path("dist"), "url"));
            }
            byName.put(lower(name), added);
            for (String field : List.of("replace", "provide")) {
                for (String other : names(each.path(field))) {
                    byName.putIfAbsent(lower(other), added);
                }
            }
        }
    }

    private static void direct(
            JsonNode require, Scope scope, LockDraft draft, Map<String, LockDraft.Draft> byName) {
        for (String name : names(require)) {
            LockDraft.Draft found = byName.get(lower(name));
            if (found != null) draft.direct(found.purl, scope);
        }
    }

    private static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
