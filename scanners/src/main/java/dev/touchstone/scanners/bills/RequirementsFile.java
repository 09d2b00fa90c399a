package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requirements of pip; what is not pinned has no version, and a note says so. */
final class RequirementsFile implements LockReader {
    private static final Pattern SEPARATOR = Pattern.compile("[-_.]");
    private static final Pattern PINNED = Pattern.compile("===?\\s*([^\\s,*]+)");
    private static final Pattern HASH = Pattern.compile("--hash[= ]([a-z0-9]+:[0-9a-fA-F]+)");
    private static final int MOST_LINE = 4_000;

    @Override
    public boolean reads(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".txt")) return false;
        if (("/" + LockFile.folderOf(lower)).endsWith("/requirements/")) return true;
        List<String> words = List.of(SEPARATOR.split(LockFile.nameOf(lower)));
        return words.contains("requirements") || words.contains("constraints");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        Reading reading = new Reading(developersOnly(file.path()));
        for (String line : joined(file.text())) reading.line(line);
        return reading.locked(file);
    }

    private static Scope developersOnly(String path) {
        String name = LockFile.nameOf(path).toLowerCase(Locale.ROOT);
        return name.matches(
                        ".*(?<![a-z])(dev|develop|development|test|tests|testing|lint|docs)"
                                + "(?![a-z]).*")
                ? Scope.EXCLUDED
                : Scope.REQUIRED;
    }

    /** A backslash at the end of a line joins it with the next. */
    private static List<String> joined(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.endsWith("\\")) {
                open.append(line, 0, line.length() - 1).append(' ');
            } else {
                lines.add(open.append(line).toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) lines.add(open.toString());
        return lines;
    }

    /** One file; the comments of pip-compile and uv tell what needs what. */
    private static final class Reading {
        private final Scope scope;
        private final LockDraft draft = new LockDraft("pypi");
        private final Map<String, List<LockDraft.Draft>> byName = new HashMap<>();
        private final Map<LockDraft.Draft, List<String>> parents = new HashMap<>();
        private LockDraft.@Nullable Draft last;
        private boolean via;

        Reading(Scope scope) {
            this.scope = scope;
        }

        void line(String line) {
            String text = line.strip();
            if (text.startsWith("#")) {
                comment(text.substring(1).strip());
                return;
            }
            via = false;
            int comment = text.indexOf(" #");
            String tail = comment < 0 ? "" : text.substring(comment + 2).strip();
            if (comment >= 0) text = text.substring(0, comment).strip();
            if (text.isEmpty()) return;
            last = null;
            if (text.startsWith("-e ") || text.startsWith("--editable")) {
                text = text.replaceFirst("^(?:-e|--editable)[= ]\\s*", "");
            } else if (text.startsWith("-")) {
                return;
            }
            if (HASH.matcher(text).replaceAll("").length() > MOST_LINE) {
                draft.note("a requirement of more than %,d characters".formatted(MOST_LINE));
                return;
            }
            requirement(text);
            comment(tail);
        }

        private void requirement(String text) {
            List<String> hashes = new ArrayList<>();
            Matcher hash = HASH.matcher(text);
            while (hash.find()) hashes.add(hash.group(1));
            String plain = withoutOptions(text);
            int egg = plain.indexOf("#egg=");
            if (plain.matches("(?:git|hg|bzr|svn)\\+.*") && egg > 0) {
                plain = plain.substring(egg + 5) + " @ " + plain.substring(0, egg);
            }
            int at = plain.indexOf(" @ ");
            String address = null;
            String marker = null;
            if (at > 0) {
                address = plain.substring(at + 3).strip();
                int semicolon = address.indexOf(" ;");
                if (semicolon > 0) {
                    marker = address.substring(semicolon + 2).strip();
                    address = address.substring(0, semicolon).strip();
                }
                plain = plain.substring(0, at);
            }
            String name = plain.startsWith(".") ? null : PythonNames.ofRequirement(plain);
            if (name == null || plain.contains("/")) {
                draft.note("not a named requirement: " + shortened(plain));
                return;
            }
            int semicolon = plain.indexOf(';');
            if (semicolon >= 0) marker = plain.substring(semicolon + 1).strip();
            String asked = semicolon >= 0 ? plain.substring(0, semicolon) : plain;
            add(name, constraint(asked), address, marker, hashes);
        }

        private static String withoutOptions(String text) {
            int options = text.indexOf(" --");
            return (options < 0 ? text : text.substring(0, options)).strip();
        }

        /** What stands behind the name and its extras. */
        private static String constraint(String requirement) {
            int bracket = requirement.indexOf(']');
            if (bracket >= 0) return requirement.substring(bracket + 1).strip();
            int end = 0;
            while (end < requirement.length() && isOfName(requirement.charAt(end))) end++;
            return requirement.substring(end).strip();
        }

        private static boolean isOfName(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }

        private void add(
                String name,
                String constraint,
                @Nullable String address,
                @Nullable String marker,
                List<String> hashes) {
            Matcher pinned = PINNED.matcher(constraint);
            String version = pinned.matches() ? pinned.group(1) : null;
            LockDraft.Draft each =
                    draft.add(
                            null,
                            name,
                            version,
                            address != null && address.startsWith("git+")
                                    ? Map.of("vcs_url", address)
                                    : Map.of());
            each.scope(scope).property("marker", marker);
            if (hashes.size() == 1) each.hash(hashes.getFirst());
            if (address != null && !address.startsWith("git+")) {
                each.property("resolved", address.startsWith("file:") ? address : "an address");
            }
            if (version == null && address == null) {
                each.property("constraint", constraint);
                draft.note("not pinned: " + shortened(name + constraint));
            }
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            last = each;
        }

        private void comment(String text) {
            LockDraft.Draft of = last;
            if (of == null) return;
            if (text.equals("via")) {
                via = true;
            } else if (text.startsWith("via ")) {
                via = true;
                parents(of, text.substring(4));
            } else if (via && !text.isEmpty()) {
                parents(of, text);
            }
        }

        private void parents(LockDraft.Draft of, String text) {
            for (String each : text.split(",")) {
                parents.computeIfAbsent(of, _ -> new ArrayList<>()).add(each.strip());
            }
        }

        Locked locked(LockFile file) {
            parents.forEach(
                    (child, names) -> {
                        for (String name : names) {
                            String usual = PythonNames.ofRequirement(name);
                            List<LockDraft.Draft> found =
                                    name.startsWith("-") || name.contains("(")
                                            ? List.of()
                                            : byName.getOrDefault(
                                                    usual == null ? "" : usual, List.of());
                            if (found.isEmpty()) draft.direct(child.purl, scope);
                            for (LockDraft.Draft from : found) from.need(child.purl);
                        }
                    });
            String kind = "requirements of pip";
            return parents.isEmpty()
                    ? draft.flat(file, kind, "requirements file")
                    : draft.locked(file, kind, "requirements file with comments");
        }

        private static String shortened(String text) {
            return text.length() > 120 ? text.substring(0, 120) + "…" : text;
        }
    }
}
