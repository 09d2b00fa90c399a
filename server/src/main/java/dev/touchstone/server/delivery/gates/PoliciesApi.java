package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.MinimumPrecision;
import dev.touchstone.engine.policy.Mode;
import dev.touchstone.engine.policy.Need;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.PolicyRule;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.packs.Packs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gates/policies")
class PoliciesApi {

    private final Policies policies;
    private final CompiledPolicies compiled;
    private final Packs packs;

    PoliciesApi(Policies policies, CompiledPolicies compiled, Packs packs) {
        this.policies = policies;
        this.compiled = compiled;
        this.packs = packs;
    }

    /**
     * @param origin SHIPPED, or ORGANISATION for one that it installed itself
     * @param judges true for the policy that decides now
     * @param installedAt null for a shipped one
     */
    record PolicySummary(
            String id,
            String version,
            Text title,
            String digest,
            String origin,
            boolean judges,
            int rules,
            @Nullable String installedBy,
            @Nullable Instant installedAt) {}

    /**
     * @param text the CEL expression; null for a rule that only needs runs
     * @param named true when the organisation chose to block whatever the precision
     */
    record RuleView(
            String id,
            Text title,
            Set<Stage> stages,
            List<Need> needs,
            boolean eachFinding,
            @Nullable String text,
            int atMost,
            Mode mode,
            MinimumPrecision minimumPrecision,
            boolean named,
            Verdict onUnknown,
            @Nullable Text mend) {

        static RuleView of(PolicyRule rule) {
            return new RuleView(
                    rule.id(),
                    rule.title(),
                    rule.stages(),
                    rule.needs(),
                    rule.eachFinding(),
                    rule.when() == null ? null : rule.when().text(),
                    rule.atMost(),
                    rule.mode(),
                    rule.minimumPrecision(),
                    rule.named(),
                    rule.onUnknown(),
                    rule.mend());
        }
    }

    /** A version that was installed. */
    record VersionView(String version, String digest, String installedBy, Instant installedAt) {}

    /**
     * @param yaml as its author wrote it
     */
    record PolicyView(
            PolicySummary policy, String yaml, List<RuleView> rules, List<VersionView> versions) {}

    /** A policy to install. */
    record PolicyText(@NotBlank @Size(max = 400_000) String yaml) {}

    @GetMapping
    @Needs(Permission.POLICY_READ)
    Page<PolicySummary> list() {
        var own = policies.newest(Callers.current().entityId());
        var all = new ArrayList<PolicySummary>();
        for (int i = 0; i < own.size(); i++) {
            all.add(summary(own.get(i), i == 0));
        }
        all.add(shipped(own.isEmpty()));
        return new Page<>(all, null);
    }

    @GetMapping("/{id}")
    @Needs(Permission.POLICY_READ)
    PolicyView get(@PathVariable String id) {
        return view(id);
    }

    /**
     * Installs the policy for the caller's legal entity; from then on it judges there.
     *
     * @param dryRun true only compiles
     */
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.POLICY_MANAGE)
    PolicyView install(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody PolicyText policy) {
        if (dryRun) {
            var checked = policies.check(id, policy.yaml());
            var summary =
                    new PolicySummary(
                            checked.id(),
                            checked.version(),
                            checked.title(),
                            checked.digest(),
                            "ORGANISATION",
                            false,
                            checked.rules().size(),
                            null,
                            null);
            return new PolicyView(summary, policy.yaml(), rules(checked), List.of());
        }
        policies.install(id, policy.yaml());
        return view(id);
    }

    private PolicyView view(String id) {
        long entity = Callers.current().entityId();
        String yaml = policies.text(entity, id);
        var versions = policies.versions(entity, id);
        var own = policies.newest(entity);
        var summary =
                versions.isEmpty()
                        ? shipped(own.isEmpty())
                        : summary(
                                versions.getFirst(),
                                own.getFirst().number() == versions.getFirst().number());
        return new PolicyView(
                summary,
                yaml,
                rules(compiled.compile(yaml)),
                versions.stream()
                        .map(
                                version ->
                                        new VersionView(
                                                version.version(),
                                                version.digest(),
                                                version.installedBy(),
                                                version.installedAt()))
                        .toList());
    }

    private PolicySummary summary(InstalledPolicy installed, boolean judges) {
        Policy policy = compiled.compile(installed.yaml());
        return new PolicySummary(
                policy.id(),
                policy.version(),
                policy.title(),
                policy.digest(),
                "ORGANISATION",
                judges,
                policy.rules().size(),
                installed.installedBy(),
                installed.installedAt());
    }

    private PolicySummary shipped(boolean judges) {
        Policy policy = packs.defaultPolicy();
        return new PolicySummary(
                policy.id(),
                policy.version(),
                policy.title(),
                policy.digest(),
                "SHIPPED",
                judges,
                policy.rules().size(),
                null,
                null);
    }

    private static List<RuleView> rules(Policy policy) {
        return policy.rules().stream().map(RuleView::of).toList();
    }
}
