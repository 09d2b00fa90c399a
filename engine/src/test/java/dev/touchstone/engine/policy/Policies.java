package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

/** Policies that tests share. */
public final class Policies {

    private Policies() {}

    /** Uses every kind of rule. */
    public static final String ALL_KINDS =
            """
            id: all-kinds
            version: "7"
            title: {zh: 各类规则, en: All kinds of rules}
            lists:
              INJECTION: [77, 78, 89, 90, 91, 94]
              NAMED: [SQL_INJECTION_JDBC, COMMAND_INJECTION]
            rules:
              - id: T-1
                title: {zh: 新增高危注入问题为零, en: No new high injection finding}
                stages: [BUILD, TEST, RELEASE]
                needs: [{kind: SAST}]
                each: finding
                when: |
                  finding.isNew
                    && finding.severity >= HIGH
                    && finding.cwes.exists(c, c in INJECTION)
                mode: BLOCK
                mend: {zh: 改用参数绑定, en: Bind the value as a parameter}
              - id: T-2
                title: {zh: 点名规则, en: Named rules}
                needs: [{kind: SAST}]
                each: finding
                when: finding.rule in NAMED || finding.rule.startsWith('XXE_')
                mode: BLOCK
                named: true
              - id: T-3
                title: {zh: 新增中危不超过两条, en: At most 2 new medium findings}
                needs: [{kind: SAST}]
                each: finding
                when: finding.severity == MEDIUM && finding.isNew
                atMost: 2
                mode: WARN
                onUnknown: WARN
              - id: T-4
                title: {zh: 动态测试不早于 7 天, en: Dynamic test within 7 days}
                stages: [TEST, RELEASE]
                needs: [{kind: DAST, maxAgeDays: 7, on: LINE}]
                mode: WARN
              - id: T-5
                title: {zh: 一级应用走发布线, en: Tier 1 releases from a release line}
                when: application.tier == 1 && stage == 'RELEASE' && change.lineKind != 'RELEASE'
                mode: BLOCK
              - id: T-6
                title: {zh: 监测旧问题, en: Watch old findings}
                needs: [{kind: SAST, complete: false}]
                each: finding
                when: finding.ageDays > 30 && finding.path.matches('.*/web/.*')
                mode: MONITOR
              - id: T-7
                title: {zh: 密钥扫描, en: Secrets scan}
                needs: [{kind: SECRETS}]
                mode: BLOCK
                onUnknown: WARN
              - id: T-8
                title: {zh: 精确规则阻断, en: Precise rules block}
                needs: [{kind: SAST}]
                each: finding
                when: rule.precision >= 0.8 && finding.severity >= MEDIUM
                mode: BLOCK
                minimumPrecision: {value: 0.95, judgements: 30}
            """;

    public static Policy accepted(String yaml) {
        var reading = new PolicyReader().read(yaml);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        PolicyReading.Accepted.class, accepted -> assertThat(accepted).isNotNull());
        return ((PolicyReading.Accepted) reading).policy();
    }

    /** A policy of one rule, given by its fields. */
    public static Policy ofRule(String... fields) {
        return accepted(text(fields));
    }

    public static String text(String... fields) {
        return """
               id: one
               version: "1"
               title: {zh: 一, en: One}
               lists: {INJECTION: [77, 78, 89]}
               rules:
                 - id: R
                   title: {zh: 规则, en: Rule}
                   \
               """
                + String.join("\n    ", fields)
                + "\n";
    }
}
