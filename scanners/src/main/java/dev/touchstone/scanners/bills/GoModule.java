package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Go module. From Go 1.17 on its file names all modules that are built; before, the sums
 * beside it are the nearest that there is.
 */
final class GoModule implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("go.mod");
    }

    @Override
    public List<String> beside() {
        return List.of("go.sum");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        Reading reading = new Reading();
        reading.statements(file.text());
        if (reading.module == null && reading.required.isEmpty()) {
            throw new MalformedLock("1:1", "names no module");
        }
        reading.sums(file.textBeside("go.sum"));
        return reading.locked(file);
    }

    private record Target(String path, @Nullable String version) {}

    /** One module. */
    private static final class Reading {
        private final LockDraft draft = new LockDraft("golang");
        private final Map<String, String> required = new TreeMap<>();
        private final TreeSet<String> indirect = new TreeSet<>();
        private final Map<String, Target> replaced = new HashMap<>();
        private final Map<String, String> sums = new TreeMap<>();
        private @Nullable String module;
        private String language = "1.16";

        void statements(String text) throws MalformedLock {
            String block = "";
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                int comment = line.indexOf("//");
                String remark = comment < 0 ? "" : line.substring(comment + 2).strip();
                String plain = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (plain.isEmpty()) continue;
                if (plain.equals(")")) {
                    block = "";
                } else if (plain.endsWith("(")) {
                    block = plain.substring(0, plain.length() - 1).strip();
                } else {
                    statement(block.isEmpty() ? plain : block + " " + plain, remark, number);
                }
            }
        }

        private void statement(String text, String remark, int line) throws MalformedLock {
            List<String> words = new ArrayList<>();
            for (String word : text.split("\\s+")) words.add(unquoted(word));
            switch (words.getFirst()) {
                case "module" -> module = word(words, 1, line);
                case "go" -> language = word(words, 1, line);
                case "require" -> {
                    String path = word(words, 1, line);
                    required.put(path, word(words, 2, line));
                    if (remark.startsWith("indirect")) indirect.add(path);
                }
                case "replace" -> replace(words, line);
                default -> {
                    // toolchain, exclude, retract, tool and what is to come name no module to build
                }
            }
        }

        private static String unquoted(String word) {
            return word.length() > 1 && (word.startsWith("\"") || word.startsWith("`"))
                    ? word.substring(1, word.length() - 1)
                    : word;
        }

        private static String word(List<String> words, int index, int line) throws MalformedLock {
            if (index < words.size()) return words.get(index);
            throw new MalformedLock(
                    line + ":1", "\"" + words.getFirst() + "\" lacks a word after it");
        }

        private void replace(List<String> words, int line) throws MalformedLock {
            int arrow = words.indexOf("=>");
            if (arrow < 2) throw new MalformedLock(line + ":1", "a replacement has no arrow");
            String from = words.get(1) + (arrow > 2 ? "@" + words.get(2) : "");
            String version = arrow + 2 < words.size() ? words.get(arrow + 2) : null;
            replaced.put(from, new Target(word(words, arrow + 1, line), version));
        }

        void sums(@Nullable String text) {
            if (text == null) return;
            for (String line : text.lines().toList()) {
                String[] words = line.split(" ");
                if (words.length == 3 && !words[1].endsWith("/go.mod")) {
                    sums.put(words[0] + "@" + words[1], words[2]);
                }
            }
        }

        Locked locked(LockFile file) {
            if (module != null) {
                int slash = module.lastIndexOf('/');
                draft.project(
                        slash < 0 ? null : module.substring(0, slash),
                        module.substring(slash + 1),
                        null);
            }
            required.forEach(this::add);
            if (older()) {
                draft.note("before Go 1.17 the file names no indirect module: read from go.sum");
                Map<String, String> newest = new TreeMap<>();
                sums.keySet()
                        .forEach(
                                each -> {
                                    int at = each.lastIndexOf('@');
                                    newest.merge(
                                            each.substring(0, at),
                                            each.substring(at + 1),
                                            GoVersions::newer);
                                });
                newest.keySet().removeAll(required.keySet());
                replaced.values().forEach(each -> newest.remove(each.path));
                newest.forEach(
                        (name, version) -> {
                            indirect.add(name);
                            add(name, version);
                        });
            }
            return draft.flat(file, "go.mod, Go " + language, "module file");
        }

        private boolean older() {
            return GoVersions.newer("v" + language, "v1.17").equals("v1.17")
                    && !language.equals("1.17");
        }

        private void add(String name, String version) {
            Target target = replaced.get(name + "@" + version);
            if (target == null) target = replaced.get(name);
            String path = target == null ? name : target.path;
            String which = target == null ? version : target.version;
            boolean local = path.startsWith("./") || path.startsWith("../");
            String called = local ? name : path;
            int slash = called.lastIndexOf('/');
            LockDraft.Draft each =
                    draft.add(
                            slash < 0 ? null : called.substring(0, slash),
                            called.substring(slash + 1),
                            local ? version : which);
            if (local) each.own().property("resolved", path);
            if (target != null && !local) each.property("replaces", name + " " + version);
            each.property("h1", sums.get(path + "@" + which));
            each.scope(Scope.REQUIRED);
            if (!indirect.contains(name)) draft.direct(each.purl, Scope.REQUIRED);
        }
    }
}
