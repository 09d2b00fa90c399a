package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.Fault;
import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.FactsReader;
import dev.touchstone.engine.policy.FactsReading;
import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Asks a policy about given facts; stores nothing. The answer has the bytes of the CLI's. */
@RestController
@RequestMapping(path = "/api/v1/gates/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
class EvaluationsApi {

    private static final int MOST_CASES = 2_000;

    private final Policies policies;
    private final CompiledPolicies compiled;

    EvaluationsApi(Policies policies, CompiledPolicies compiled) {
        this.policies = policies;
        this.compiled = compiled;
    }

    /**
     * @param policy YAML text; or else {@code policyId}
     * @param facts as docs/formats/facts.md says
     */
    record Evaluation(
            @Nullable String policy, @Nullable String policyId, @Nullable JsonNode facts) {}

    /** Many sets of facts for one policy. */
    record Evaluations(
            @Nullable String policy, @Nullable String policyId, @Nullable List<JsonNode> cases) {}

    @PostMapping
    @Needs(Permission.POLICY_READ)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = GateDecision.class)))
    byte[] evaluate(@RequestBody Evaluation evaluation) {
        Policy policy = policy(evaluation.policy(), evaluation.policyId());
        return GateJson.write(EvaluateGate.evaluate(policy, facts(evaluation.facts(), "/facts")));
    }

    /** Decisions in the order of the cases, as {@code {"items":[…]}}. */
    @PostMapping("/batch")
    @Needs(Permission.POLICY_READ)
    byte[] evaluateAll(@RequestBody Evaluations evaluations) {
        Policy policy = policy(evaluations.policy(), evaluations.policyId());
        var cases = evaluations.cases();
        if (cases == null || cases.isEmpty() || cases.size() > MOST_CASES) {
            throw new Refusal.Invalid("cases", "Give 1 to %d sets of facts.", MOST_CASES);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < cases.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            Facts facts = facts(cases.get(i), "/cases/" + i);
            out.writeBytes(GateJson.write(EvaluateGate.evaluate(policy, facts)));
        }
        out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private Policy policy(@Nullable String yaml, @Nullable String id) {
        if (yaml != null && id == null) {
            return compiled.compile(yaml);
        }
        if (id != null && yaml == null) {
            return compiled.compile(policies.text(Callers.current().entityId(), id));
        }
        throw new Refusal.Invalid(
                "policy", "Give either policy (YAML text) or policyId (an installed one).");
    }

    private static Facts facts(@Nullable JsonNode facts, String place) {
        if (facts == null) {
            throw new Refusal.Invalid(place, "The facts are missing.");
        }
        return switch (new FactsReader().read(facts.toString())) {
            case FactsReading.Accepted accepted -> accepted.facts();
            case FactsReading.Refused refused ->
                    throw new Refusal.Invalid(
                            "The facts cannot be read.",
                            refused.faults().stream()
                                    .map(
                                            fault ->
                                                    Fault.error(
                                                            place + fault.place(), fault.message()))
                                    .toList());
        };
    }
}
