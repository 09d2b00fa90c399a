package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads facts from JSON; see docs/formats/facts.md. */
public final class FactsReader {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .build();

    /** Never throws for a wrong text: everything wrong comes back with its place. */
    public FactsReading read(String json) {
        try {
            Facts facts = MAPPER.readValue(json, Facts.class);
            if (facts == null) {
                return refused("", "facts are a JSON object");
            }
            var faults = new CheckFacts(facts).faults();
            return faults.isEmpty()
                    ? new FactsReading.Accepted(facts)
                    : new FactsReading.Refused(faults);
        } catch (StreamReadException e) {
            var at = e.getLocation();
            return refused(at.getLineNr() + ":" + at.getColumnNr(), "not JSON: " + short_(e));
        } catch (DatabindException e) {
            return refused(pointer(e), explain(e));
        } catch (JacksonException e) {
            return refused("", short_(e));
        }
    }

    private static FactsReading refused(String place, String message) {
        return new FactsReading.Refused(List.of(Fault.error(place, message)));
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getPropertyName() != null
                                        ? "/" + step.getPropertyName()
                                        : "/" + step.getIndex())
                .collect(Collectors.joining());
    }

    private static String explain(DatabindException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "there is no fact of this name; known here are "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
                    "must be one of "
                            + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "));
            default -> short_(e);
        };
    }

    private static String short_(JacksonException e) {
        @Nullable String message = e.getOriginalMessage();
        return message == null ? "cannot be read" : message.lines().findFirst().orElse(message);
    }

    /** What the types alone cannot say. */
    private static final class CheckFacts {

        private final List<Fault> faults = new ArrayList<>();

        @SuppressWarnings("NullAway") // the file may hold null where the types forbid it
        CheckFacts(Facts facts) {
            need(facts.at(), "/at");
            var base = facts.change().base();
            if (base != null) {
                need(base.state(), "/change/base/state");
                boolean found = base.state() == Facts.MergeBase.State.FOUND;
                if (base.state() != null && found != (base.commit() != null)) {
                    faults.add(
                            Fault.error(
                                    "/change/base/commit",
                                    "is given exactly when the state is FOUND"));
                }
            }
            boolean noBase = base != null && base.state() == Facts.MergeBase.State.NO_BASE;
            var runs = facts.runs() == null ? List.<Facts.RunFacts>of() : facts.runs();
            for (int i = 0; i < runs.size(); i++) {
                var run = runs.get(i);
                need(run.id(), "/runs/" + i + "/id");
                need(run.kind(), "/runs/" + i + "/kind");
                need(run.tool(), "/runs/" + i + "/tool");
                need(run.at(), "/runs/" + i + "/at");
            }
            var ids = new HashSet<String>();
            var findings =
                    facts.findings() == null ? List.<Facts.FindingFacts>of() : facts.findings();
            for (int i = 0; i < findings.size(); i++) {
                var finding = findings.get(i);
                need(finding.id(), "/findings/" + i + "/id");
                if (finding.id() != null && !ids.add(finding.id())) {
                    faults.add(Fault.error("/findings/" + i + "/id", "is given twice"));
                }
                if (noBase && finding.isNew() != null) {
                    faults.add(
                            Fault.error(
                                    "/findings/" + i + "/isNew",
                                    "cannot be known while /change/base/state is NO_BASE"));
                }
            }
            for (int i = 0; i < facts.precision().size(); i++) {
                var precision = facts.precision().get(i);
                need(precision.tool(), "/precision/" + i + "/tool");
                need(precision.rule(), "/precision/" + i + "/rule");
                if (precision.truePositives() < 0
                        || precision.truePositives() > precision.judgements()) {
                    faults.add(
                            Fault.error(
                                    "/precision/" + i + "/truePositives",
                                    "lies between 0 and judgements"));
                }
            }
            for (int i = 0; i < facts.waivers().size(); i++) {
                var waiver = facts.waivers().get(i);
                need(waiver.id(), "/waivers/" + i + "/id");
                need(waiver.until(), "/waivers/" + i + "/until");
                need(waiver.reason(), "/waivers/" + i + "/reason");
                if (waiver.finding() == null && waiver.rule() == null) {
                    faults.add(
                            Fault.error(
                                    "/waivers/" + i,
                                    "must name a finding, a policy rule, or both"));
                }
            }
        }

        List<Fault> faults() {
            return faults;
        }

        private void need(@Nullable Object value, String place) {
            if (value == null) {
                faults.add(Fault.error(place, "is missing"));
            }
        }
    }
}
