package dev.touchstone.scanners.code;

import java.util.List;

/** Looks for settings. */
final class FindInSettings {

    private final List<Setting> settings;

    FindInSettings(List<Setting> settings) {
        this.settings = settings;
    }

    List<Hit> find(Search.Setting wanted) {
        if (wanted.absent() != null
                && settings.stream()
                        .anyMatch(
                                one ->
                                        wanted.absent().matcher(one.plainKey()).matches()
                                                && !one.value().isBlank())) {
            return List.of();
        }
        return settings.stream()
                .filter(one -> wanted.everywhere() || !one.development())
                .filter(one -> wanted.key().matcher(one.plainKey()).matches())
                .filter(one -> wanted.value() == null || wanted.value().matcher(one.value()).find())
                .map(one -> new Hit(one.line(), one.column(), one.line(), one.column(), one.key()))
                .toList();
    }
}
