package dev.touchstone.scanners.bills;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents.Scope;
import dev.touchstone.formats.PackageUrl;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader has gathered so far; a package that is named twice is one. */
final class LockDraft {
    private static final Map<Integer, String> BY_DIGITS =
            Map.of(32, "MD5", 40, "SHA-1", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    private final String type;
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final Map<String, Scope> direct = new TreeMap<>();
    private final TreeSet<String> notes = new TreeSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private Locked.@Nullable Own project;

    LockDraft(String type) {
        this.type = type;
    }

    /** One package; what it needs is named by package URL. */
    static final class Draft {
        final String purl;
        private final Bill.Component component;
        private final Map<String, Scope> needs = new TreeMap<>();
        private final Map<String, String> hashes = new TreeMap<>();
        private final Map<String, String> properties = new TreeMap<>();
        private @Nullable Scope scope;
        private boolean own;

        private Draft(String purl, Bill.Component component) {
            this.purl = purl;
            this.component = component;
        }

        Draft need(String other) {
            return need(other, Scope.REQUIRED);
        }

        Draft need(String other, Scope how) {
            if (!other.equals(purl)) needs.merge(other, how, Scope::and);
            return this;
        }

        /** The file itself says how it is needed; otherwise that follows from who needs it. */
        Draft scope(Scope how) {
            scope = scope == null ? how : scope.and(how);
            return this;
        }

        Draft own() {
            own = true;
            return this;
        }

        Draft property(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) properties.put("touchstone:" + name, value);
            return this;
        }

        /** Takes {@code sha512-…} in Base64, {@code sha256:…} in hexadecimal, and bare digits. */
        Draft hash(@Nullable String text) {
            if (text == null) return this;
            for (String each : text.trim().split("\\s+")) one(each);
            return this;
        }

        private void one(String text) {
            int dash = text.indexOf('-');
            String hex = text.substring(text.indexOf(':') + 1);
            if (dash > 0 && text.startsWith("sha")) {
                try {
                    hex =
                            HexFormat.of()
                                    .formatHex(
                                            Base64.getDecoder().decode(text.substring(dash + 1)));
                } catch (IllegalArgumentException notBase64) {
                    return;
                }
            }
            String algorithm = BY_DIGITS.get(hex.length());
            if (algorithm != null && hex.matches("[0-9a-fA-F]+")) {
                hashes.put(algorithm, hex.toLowerCase(Locale.ROOT));
            }
        }
    }

    Draft add(@Nullable String namespace, String name, @Nullable String version) {
        return add(namespace, name, version, Map.of());
    }

    Draft add(
            @Nullable String namespace,
            String name,
            @Nullable String version,
            Map<String, String> qualifiers) {
        return add(type, namespace, name, version, qualifiers);
    }

    Draft add(
            String ofType,
            @Nullable String namespace,
            String name,
            @Nullable String version,
            Map<String, String> qualifiers) {
        String purl = PackageUrl.of(ofType, namespace, name, version, qualifiers);
        return drafts.computeIfAbsent(
                purl,
                _ ->
                        new Draft(
                                purl,
                                new Bill.Component(
                                        purl, "library", namespace, name, version, purl,
                                        List.of())));
    }

    @Nullable Draft get(String purl) {
        return drafts.get(purl);
    }

    void project(@Nullable String namespace, @Nullable String name, @Nullable String version) {
        if (name == null || name.isEmpty()) return;
        String purl = PackageUrl.of(type, namespace, name, version);
        String whole = namespace == null || namespace.isEmpty() ? name : namespace + "/" + name;
        project = new Locked.Own(purl, whole, version);
    }

    void direct(String purl, Scope how) {
        direct.merge(purl, how, Scope::and);
    }

    void leftOut(String path, LeftOut.Reason reason, String detail) {
        leftOut.add(new LeftOut(path, reason, detail));
    }

    void note(String text) {
        notes.add(text);
    }

    Locked locked(LockFile file, String kind, String method) {
        return locked(file, kind, method, true);
    }

    /** For files that say what they ask for, and not what that needs. */
    Locked partial(LockFile file, String kind, String method) {
        return locked(file, kind, method, false);
    }

    /** For files that do not say what needs what. */
    Locked flat(LockFile file, String kind, String method) {
        return locked(file, kind, method, false);
    }

    private Locked locked(LockFile file, String kind, String method, boolean graphKnown) {
        if (!graphKnown && direct.isEmpty()) {
            drafts.values()
                    .forEach(
                            each ->
                                    direct(
                                            each.purl,
                                            each.scope == null ? Scope.REQUIRED : each.scope));
        }
        Map<String, Scope> scopes = scopes();
        List<Locked.Package> packages = new ArrayList<>();
        for (Draft each : drafts.values()) {
            each.needs.keySet().removeIf(other -> !drafts.containsKey(other));
            packages.add(
                    new Locked.Package(
                            each.component,
                            scopes.getOrDefault(each.purl, Scope.REQUIRED),
                            each.own,
                            each.needs.keySet(),
                            each.hashes,
                            each.properties));
        }
        for (Draft each : drafts.values()) {
            if (each.own) each.needs.forEach(this::direct);
        }
        direct.keySet().retainAll(drafts.keySet());
        Locked.Own whose = project != null ? project : new Locked.Own(null, file.path(), null);
        return new Locked(
                file.path(),
                kind,
                method,
                whose,
                packages,
                direct.keySet(),
                graphKnown,
                List.copyOf(notes),
                leftOut);
    }

    /**
     * Each package is needed as much as the one that needs it most; own parts are roots. What no
     * root leads to is taken as needed: not every file names all that its project asks for.
     */
    private Map<String, Scope> scopes() {
        Map<String, Scope> scopes = new TreeMap<>();
        for (Draft each : drafts.values()) {
            Scope start = each.scope != null ? each.scope : direct.get(each.purl);
            if (each.own) start = Scope.REQUIRED;
            if (start != null) scopes.put(each.purl, start);
        }
        spread(scopes, List.copyOf(scopes.keySet()));
        TreeSet<String> lost = new TreeSet<>(drafts.keySet());
        lost.removeAll(scopes.keySet());
        TreeSet<String> roots = new TreeSet<>(lost);
        for (String each : lost) {
            Draft draft = drafts.get(each);
            if (draft != null) roots.removeAll(draft.needs.keySet());
        }
        for (String each : roots) {
            scopes.put(each, Scope.REQUIRED);
            direct(each, Scope.REQUIRED);
        }
        spread(scopes, roots);
        return scopes;
    }

    private void spread(Map<String, Scope> scopes, Collection<String> from) {
        Deque<String> changed = new ArrayDeque<>(from);
        while (!changed.isEmpty()) {
            String each = changed.remove();
            Draft draft = drafts.get(each);
            Scope much = scopes.get(each);
            if (draft == null || much == null) continue;
            draft.needs.forEach(
                    (to, edge) -> {
                        Draft other = drafts.get(to);
                        if (other == null || other.scope != null) return;
                        Scope through = much.compareTo(edge) >= 0 ? much : edge;
                        Scope before = scopes.get(to);
                        Scope after = before == null ? through : before.and(through);
                        if (after != before) {
                            scopes.put(to, after);
                            changed.add(to);
                        }
                    });
        }
    }
}
