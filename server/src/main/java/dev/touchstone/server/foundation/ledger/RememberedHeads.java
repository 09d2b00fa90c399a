package dev.touchstone.server.foundation.ledger;

import dev.touchstone.contract.Fault;
import dev.touchstone.engine.seal.CanonicalJson;
import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger.Head;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the heads that somebody kept: from anchors, signed decisions, or copied from a CI log. */
@Component
class RememberedHeads {

    private final PlatformKeys keys;
    private final LedgerStore ledger;

    RememberedHeads(PlatformKeys keys, LedgerStore ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    /**
     * @throws Refusal.Invalid for a head that says nothing about this ledger
     */
    List<Pin> pins(List<Head> heads, List<String> files) {
        var pins = new ArrayList<Pin>();
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            if (head.sequence() < 1 || !head.hash().matches("[0-9a-f]{64}")) {
                faults.add(
                        Fault.error(
                                "heads[" + i + "]",
                                "A head is a sequence number from 1 and a hash of 64 hex digits."));
            } else {
                pins.add(
                        new Pin(
                                head.sequence(),
                                head.hash(),
                                "the head you gave for entry " + head.sequence()));
            }
        }
        var verify = new VerifyEnvelope(keys.trusted());
        for (var i = 0; i < files.size(); i++) {
            var place = "files[" + i + "]";
            var checked = verify.verify(files.get(i).getBytes(StandardCharsets.UTF_8));
            switch (checked) {
                case Verification.Valid valid ->
                        pin(valid.envelope())
                                .ifPresentOrElse(
                                        pins::add,
                                        () ->
                                                faults.add(
                                                        Fault.error(
                                                                place,
                                                                "Rightly signed, but holds no head of this ledger.")));
                case Verification.Unsigned ignored ->
                        faults.add(Fault.error(place, "Nobody signed this file."));
                case Verification.UnknownKey unknown ->
                        faults.add(
                                Fault.error(
                                        place,
                                        "Signed by a key that is not ours: "
                                                + unknown.fingerprint()));
                case Verification.BadSignature bad ->
                        faults.add(
                                Fault.error(
                                        place,
                                        "Was changed after it was signed with key "
                                                + bad.fingerprint()));
                case Verification.Malformed malformed ->
                        faults.add(
                                Fault.error(place + " " + malformed.place(), malformed.message()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid("A head that you gave cannot be compared.", faults);
        }
        return pins;
    }

    private Optional<Pin> pin(Envelope envelope) {
        var anchor = SealedHead.in(envelope);
        if (anchor.isPresent()) {
            return anchor.filter(head -> head.platform().equals(ledger.platform()))
                    .map(
                            head ->
                                    new Pin(
                                            head.sequence(),
                                            head.hash(),
                                            "the anchor of " + head.at()));
        }
        try {
            return decision(CanonicalJson.read(envelope.payload()));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    /** An in-toto statement whose predicate carries {@code ledgerHead}. */
    private static Optional<Pin> decision(JsonNode statement) {
        var predicate = statement.path("predicate");
        var head = predicate.path("ledgerHead");
        var sequence = head.path("sequence");
        var hash = head.path("hash");
        return sequence.isIntegralNumber() && hash.isString()
                ? Optional.of(
                        new Pin(
                                sequence.longValue(),
                                hash.stringValue(),
                                "the decision " + predicate.path("id").asString("that you gave")))
                : Optional.empty();
    }
}
