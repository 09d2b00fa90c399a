package dev.touchstone.scanners.secrets;

import dev.touchstone.scanners.ScannerRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, with the words that lead to them. */
final class Rules {

    private final List<SecretRule> all;
    private final String digest;
    private final Keywords keywords;

    /** What a keyword's number stands for. */
    private final List<Lead> leads = new ArrayList<>();

    private final List<SecretRule> named;
    private final List<SecretRule> unled;
    private final int orderOfDoubt;
    private final Map<String, SecretRule> byId = new LinkedHashMap<>();

    /**
     * What is worth a look at a keyword.
     *
     * @param name true when it may be a part of an assignment's name
     */
    record Lead(List<SecretRule> rules, boolean name) {}

    private Rules(RuleReader.Read read) {
        this.all = read.rules();
        this.digest = read.digest();
        var led = new LinkedHashMap<String, List<SecretRule>>();
        for (SecretRule rule : all) {
            byId.put(rule.id(), rule);
            for (String keyword : rule.keywords()) {
                led.computeIfAbsent(Keywords.folded(keyword), k -> new ArrayList<>()).add(rule);
            }
        }
        this.orderOfDoubt =
                5
                        + 10
                                * all.stream()
                                        .filter(rule -> !rule.shapes().isEmpty())
                                        .mapToInt(SecretRule::order)
                                        .max()
                                        .orElse(0);
        var names = CredentialName.keywords();
        names.forEach(name -> led.computeIfAbsent(name, k -> new ArrayList<>()));
        led.forEach(
                (keyword, rules) ->
                        leads.add(new Lead(List.copyOf(rules), names.contains(keyword))));
        this.keywords = new Keywords(List.copyOf(led.keySet()));
        this.named =
                all.stream()
                        .filter(rule -> !rule.names().isEmpty() || rule.sort() != null)
                        .toList();
        this.unled =
                all.stream()
                        .filter(rule -> rule.keywords().isEmpty() && !rule.patterns().isEmpty())
                        .toList();
    }

    static Rules shipped() {
        return new Rules(new RuleReader().read());
    }

    /** Behind what proves itself, before what only a name or a place tells. */
    int orderOfDoubt() {
        return orderOfDoubt;
    }

    String digest() {
        return digest;
    }

    Keywords keywords() {
        return keywords;
    }

    Lead lead(int keyword) {
        return leads.get(keyword);
    }

    /** Rules for assignments, the more particular ones first. */
    List<SecretRule> named() {
        return named;
    }

    /** Rules that look at every line of their files. */
    List<SecretRule> unled() {
        return unled;
    }

    List<SecretRule> all() {
        return all;
    }

    SecretRule byId(String id) {
        SecretRule rule = byId.get(id);
        if (rule == null) {
            throw new IllegalStateException("the shipped pack has no rule " + id);
        }
        return rule;
    }

    List<ScannerRule> texts() {
        var texts = new ArrayList<ScannerRule>();
        for (SecretRule rule : all) {
            texts.add(rule.text());
            if (rule.unproven() instanceof ScannerRule unproven) {
                texts.add(unproven);
            }
        }
        texts.sort(Comparator.comparing(ScannerRule::id));
        return texts;
    }
}
