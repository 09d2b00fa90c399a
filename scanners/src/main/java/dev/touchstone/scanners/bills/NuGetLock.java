package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.text;

import dev.touchstone.formats.BillContents.Scope;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what NuGet locks; the same package may stand under several target frameworks. */
final class NuGetLock implements LockReader {

    @Override
    public boolean reads(String path) {
        String name = LockFile.nameOf(path);
        return name.equals("packages.lock.json")
                || name.startsWith("packages.") && name.endsWith(".lock.json");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        JsonNode lock = LockTrees.json(file.text());
        JsonNode frameworks = lock.path("dependencies");
        if (!frameworks.isObject()) {
            throw new MalformedLock("/dependencies", "is missing, so it is no lock of NuGet");
        }
        LockDraft draft = new LockDraft("nuget");
        LockTrees.members(frameworks, (_, packages) -> framework(packages, draft));
        return draft.locked(file, file.name() + ", version " + text(lock, "version"), "lock file");
    }

    private static void framework(JsonNode packages, LockDraft draft) {
        Map<String, LockDraft.Draft> byName = new HashMap<>();
        LockTrees.members(
                packages,
                (name, entry) -> {
                    LockDraft.Draft each = draft.add(null, name, text(entry, "resolved"));
                    String type = text(entry, "type");
                    if ("Project".equals(type)) each.own();
                    if ("Direct".equals(type)) draft.direct(each.purl, Scope.REQUIRED);
                    each.property("contentHash", text(entry, "contentHash"));
                    byName.put(name.toLowerCase(Locale.ROOT), each);
                });
        LockTrees.members(
                packages,
                (name, entry) -> {
                    LockDraft.Draft from = byName.get(name.toLowerCase(Locale.ROOT));
                    for (String need : LockTrees.names(entry.path("dependencies"))) {
                        LockDraft.Draft to = byName.get(need.toLowerCase(Locale.ROOT));
                        if (from != null && to != null) from.need(to.purl);
                    }
                });
    }
}
