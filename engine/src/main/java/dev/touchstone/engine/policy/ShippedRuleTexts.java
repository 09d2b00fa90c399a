package dev.touchstone.engine.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The texts of the rules that ship with the scanners, by the id of the rule. */
public final class ShippedRuleTexts {

    private static final List<String> PACKS =
            List.of("touchstone-code", "touchstone-infrastructure", "touchstone-secrets");

    private final Map<String, RuleText> byId;

    private ShippedRuleTexts(Map<String, RuleText> byId) {
        this.byId = byId;
    }

    /** Reads them; they are our own files, so a rule that lacks a text is left out, not refused. */
    public static ShippedRuleTexts read() {
        var found = new TreeMap<String, RuleText>();
        for (var pack : PACKS) {
            for (var path : list(map(load(pack, "pack.yml")).get("rules"))) {
                for (var rule : list(map(load(pack, String.valueOf(path))).get("rules"))) {
                    Optional.ofNullable(text(map(rule))).ifPresent(one -> found.put(one.id(), one));
                }
            }
        }
        return new ShippedRuleTexts(found);
    }

    public Optional<RuleText> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of all rules that have a text, in order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    private static @Nullable RuleText text(Map<?, ?> rule) {
        var id = rule.get("id");
        var title = both(rule, "title", "name");
        var why = why(rule);
        var mend = mend(rule);
        if (id == null || title == null || why == null || mend == null) {
            return null;
        }
        var faulty = rule.get("mended") == null ? null : rule.get("faulty");
        return new RuleText(
                id.toString(),
                list(rule.get("references")).stream().map(String::valueOf).toList(),
                title,
                why,
                mend,
                faulty == null ? null : faulty.toString(),
                faulty == null ? null : String.valueOf(rule.get("mended")));
    }

    /** A rule for secrets says what its token grants, the others why they matter. */
    private static @Nullable Text why(Map<?, ?> rule) {
        var grants = both(rule, "grants");
        return grants == null
                ? both(rule, "why")
                : new Text(
                        "拿到它的人可以%s。".formatted(grants.zh()),
                        "Whoever holds it can %s.".formatted(grants.en()));
    }

    private static @Nullable Text mend(Map<?, ?> rule) {
        var revoke = both(rule, "revoke");
        return revoke == null
                ? both(rule, "mend")
                : new Text(
                        "%s；再把新的放进密钥库，由环境变量读取。".formatted(revoke.zh()),
                        "%s; keep the new one in a secret store and read it from the environment."
                                .formatted(capitalised(revoke.en())));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static @Nullable Text both(Map<?, ?> rule, String... names) {
        for (var name : names) {
            var texts = map(rule.get(name));
            if (texts.get("zh") != null && texts.get("en") != null) {
                return new Text(String.valueOf(texts.get("zh")), String.valueOf(texts.get("en")));
            }
        }
        return null;
    }

    private static @Nullable Object load(String pack, String path) {
        var yaml = ShippedPack.file(pack, path);
        return yaml == null ? null : new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : List.of();
    }
}
