package dev.touchstone.scanners.secrets;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.touchstone.scanners.ScannerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through one text. */
final class FileScan {

    /** Around a keyword in a line without end. */
    private static final int WINDOW = 2_000;

    private static final Pattern DEFAULT =
            Pattern.compile("\\$\\{[A-Za-z0-9_.-]+(?::-|:|-)([^{}$]{2,})\\}");
    private static final int MOST = 2_000;

    private final Rules rules;
    private final FileText file;
    private final Place place;
    private final String text;
    private final AssignmentReader assignments;
    private final List<Found> found = new ArrayList<>();
    private final int[] seenTo;
    private @Nullable List<SecretRule> namedHere;
    private int nameTo = -1;

    FileScan(Rules rules, FileText file, Place place) {
        this.rules = rules;
        this.file = file;
        this.place = place;
        this.text = file.text();
        this.assignments = new AssignmentReader(file, place);
        this.seenTo = new int[rules.all().size()];
        Arrays.fill(seenTo, -1);
    }

    /** In their order in the text; of two over each other the more particular one. */
    List<Found> run() {
        rules.keywords().scan(text, this::hit);
        for (SecretRule rule : rules.unled()) {
            if (rule.appliesTo(place)) {
                everyLine(rule);
            }
        }
        new PemBlocks(rules).read(file, found);
        new Structured(rules).read(file, place, found);
        return withoutOverlaps();
    }

    private void hit(int keyword, int start, int end) {
        if (found.size() >= MOST) {
            return;
        }
        Rules.Lead lead = rules.lead(keyword);
        for (SecretRule rule : lead.rules()) {
            if (!rule.shapes().isEmpty() && rule.patterns().isEmpty()) {
                shapes(rule, start);
            } else if (seenTo[rule.order()] < start
                    && !(place.quiet() && rule.value() != SecretRule.Value.RAW)) {
                patterns(rule, start, end);
            }
        }
        if (lead.name() && !place.quiet() && start >= nameTo) {
            name(start, end);
        }
    }

    private void shapes(SecretRule rule, int start) {
        if (start > 0 && Shape.goesOn(text.charAt(start - 1)) && !isEscape(start)
                || !rule.appliesTo(place)) {
            return;
        }
        for (Shape shape : rule.shapes()) {
            int end = shape.endOf(text, start);
            if (end > 0) {
                add(rule, "", start, end);
                return;
            }
        }
        for (Shape shape : rule.shapes()) {
            int end = shape.endOfLikeness(text, start);
            if (end > 0) {
                doubt(rule, start, end);
                return;
            }
        }
    }

    /** What cannot be the token is told of, for people to look at, and under a rule of its own. */
    private void doubt(SecretRule rule, int start, int end) {
        if (rule.unproven() != null
                && !Placeholder.is(text.substring(start, end), place.example())) {
            found.add(new Found(rule.unproven(), "", start, end, rules.orderOfDoubt() + 1));
        }
    }

    /** The letter before belongs to an escape: {@code \n}, {@code %3D}. */
    private boolean isEscape(int start) {
        char back = start > 1 ? text.charAt(start - 2) : '\0';
        boolean percent = start > 2 && text.charAt(start - 3) == '%';
        return back == '\\' || percent;
    }

    private void patterns(SecretRule rule, int start, int end) {
        int from = Math.max(file.lineStart(start), start - WINDOW);
        int to = Math.min(file.lineEnd(start), end + WINDOW);
        seenTo[rule.order()] = to;
        if (rule.appliesTo(place)) {
            match(rule, from, to);
        }
    }

    private void everyLine(SecretRule rule) {
        int lines = Math.min(file.lines(), 5_000);
        for (int line = 1; line <= lines && found.size() < MOST; line++) {
            int start = file.startOfLine(line);
            match(rule, start, Math.min(file.lineEnd(start), start + 2 * WINDOW));
        }
    }

    private void match(SecretRule rule, int from, int to) {
        if (from >= to) {
            return;
        }
        String window = text.substring(from, to);
        for (Pattern pattern : rule.near()) {
            Matcher matcher = pattern.matcher(window);
            while (matcher.find()) {
                doubt(rule, from + matcher.start(1), from + matcher.end(1));
            }
        }
        for (Pattern pattern : rule.patterns()) {
            Matcher matcher = pattern.matcher(window);
            while (matcher.find()) {
                int group = firstGroup(matcher);
                if (group > 0) {
                    add(rule, "", from + matcher.start(group), from + matcher.end(group));
                }
            }
        }
    }

    private static int firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group))
                return group;
        }
        return 0;
    }

    private void name(int start, int end) {
        int last = end;
        while (last > start && " :=\"".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        Assignment at = assignments.at(start, last);
        if (at == null) {
            return;
        }
        nameTo = at.start();
        at = withoutVariable(at);
        CredentialName.Sort sort = sortOf(at);
        String value = text.substring(at.start(), at.end());
        if (sort == CredentialName.Sort.NONE
                || Placeholder.is(value, place.example())
                || isExample(at.start(), value)) {
            return;
        }
        String around = null;
        for (SecretRule rule : namedHere()) {
            if (rule.sort() != null && rule.sort() != sort
                    || !rule.strict() && !fits(rule, value)) {
                continue;
            }
            if (!rule.names().isEmpty()) {
                around =
                        around == null
                                ? Surroundings.of(file, place, at.nameStart()) + "." + at.name()
                                : around;
                String name = around;
                if (rule.names().stream().noneMatch(words -> CredentialName.says(name, words))) {
                    continue;
                }
            }
            if (rule.strict() && !fits(rule, value)) {
                if (Plausible.is(sort, value, at, place)) {
                    doubt(rule, at.start(), at.end());
                    return;
                }
                continue;
            }
            boolean proven = !rule.shapes().isEmpty();
            if (proven || plausible(rule, sort, value, at)) {
                add(rule, at.name(), at.start(), at.end());
                return;
            }
        }
    }

    /** Of {@code ${VARIABLE:text}} the text, which is used when the variable is absent. */
    private Assignment withoutVariable(Assignment at) {
        String value = text.substring(at.start(), at.end());
        Matcher matcher = value.startsWith("${") ? DEFAULT.matcher(value) : null;
        return matcher != null && matcher.matches()
                ? new Assignment(
                        at.name(),
                        at.nameStart(),
                        at.start() + matcher.start(1),
                        at.start() + matcher.end(1),
                        at.quoted(),
                        at.form())
                : at;
    }

    /** A key is a key of what stands above it. */
    private CredentialName.Sort sortOf(Assignment at) {
        boolean bare = at.name().equalsIgnoreCase("key");
        boolean nested = place.kind() == Place.Kind.YAML || place.kind() == Place.Kind.JSON;
        if (bare && nested && at.end() - at.start() >= 16) {
            String above = Surroundings.of(file, place, at.nameStart()).strip();
            String parent = above.substring(above.lastIndexOf('.', above.length() - 2) + 1);
            return CredentialName.sortOf(parent + "." + at.name());
        }
        return CredentialName.sortOf(at.name());
    }

    /** A simple word in a comment shows how to fill in a form. */
    private boolean isExample(int at, String value) {
        int line = file.lineStart(at);
        String ahead = text.substring(line, Math.min(at, line + 200)).stripLeading();
        boolean comment =
                ahead.startsWith("#")
                        || ahead.startsWith("//")
                        || ahead.startsWith(";")
                        || ahead.startsWith("*")
                        || ahead.startsWith("<!--")
                        || ahead.startsWith("--")
                        || ahead.startsWith("/*")
                        || ahead.startsWith("REM ");
        return comment
                && (value.length() < 8
                        || value.length() < 16 && value.chars().noneMatch(Character::isDigit));
    }

    private boolean plausible(
            SecretRule rule, CredentialName.Sort sort, String value, Assignment at) {
        return switch (rule.value()) {
            case RAW, ANY -> true;
            case PASSWORD -> Plausible.is(CredentialName.Sort.PASSWORD, value, at, place);
            case KEY -> Plausible.is(sort, value, at, place);
        };
    }

    private static boolean fits(SecretRule rule, String value) {
        return rule.shapes().isEmpty()
                || rule.shapes().stream().anyMatch(shape -> shape.fits(value));
    }

    private List<SecretRule> namedHere() {
        List<SecretRule> here = namedHere;
        if (here == null) {
            here = rules.named().stream().filter(rule -> rule.appliesTo(place)).toList();
            namedHere = here;
        }
        return here;
    }

    private void add(SecretRule rule, String name, int start, int end) {
        String value = text.substring(start, end);
        if (rule.value() != SecretRule.Value.RAW && Placeholder.is(value, place.example())
                || rule.entropy() > 0 && Entropy.of(value) < rule.entropy()) {
            return;
        }
        boolean password = rule.value() == SecretRule.Value.PASSWORD;
        if (password && (Plausible.isPath(value) || isExample(start, value) || isAnonymous(start))
                || rule.check().refutes(value)) {
            return;
        }
        boolean proven = rule.check().proves(value);
        ScannerRule reported = proven ? rule.text() : rule.unproven();
        if (reported != null) {
            found.add(
                    new Found(
                            reported,
                            name,
                            start,
                            end,
                            proven ? 10 * rule.order() : rules.orderOfDoubt()));
        }
    }

    private boolean isAnonymous(int at) {
        String ahead = text.substring(Math.max(file.lineStart(at), at - 40), at);
        return ahead.contains("anonymous") || ahead.contains("anon:") || ahead.contains("ftp:ftp");
    }

    private List<Found> withoutOverlaps() {
        found.sort(
                Comparator.comparingInt(Found::order)
                        .thenComparingInt(Found::start)
                        .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        var kept = new java.util.TreeMap<Integer, Found>();
        for (Found one : found) {
            var before = kept.floorEntry(one.end() - 1);
            if (before == null || !before.getValue().overlaps(one)) {
                kept.put(one.start(), one);
            }
        }
        return List.copyOf(kept.values());
    }
}
