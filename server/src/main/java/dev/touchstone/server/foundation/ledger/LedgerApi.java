package dev.touchstone.server.foundation.ledger;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Reach;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.EntryStore.Search;
import dev.touchstone.server.foundation.ledger.Ledger.Head;
import dev.touchstone.server.foundation.ledger.Verifications.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reads, verifies and anchors the journal. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerApi {

    private static final int MOST = 200;
    private static final int MOST_HEADS = 100;

    private final EntryStore entries;
    private final Ledger ledger;
    private final AnchorLedger anchors;
    private final Verifications verifications;
    private final RememberedHeads remembered;
    private final PlatformKeys keys;

    LedgerApi(
            EntryStore entries,
            Ledger ledger,
            AnchorLedger anchors,
            Verifications verifications,
            RememberedHeads remembered,
            PlatformKeys keys) {
        this.entries = entries;
        this.ledger = ledger;
        this.anchors = anchors;
        this.verifications = verifications;
        this.remembered = remembered;
        this.keys = keys;
    }

    /**
     * @param anchored true when a head that covers the entry was handed out
     */
    record Line(@JsonUnwrapped Entry entry, boolean anchored) {}

    record Detail(
            @JsonUnwrapped Entry entry,
            boolean anchored,
            String actorId,
            String bodyDigest,
            String suite,
            @JsonRawValue @Nullable String body) {}

    record PublicKeyLine(String fingerprint, String pem, boolean current) {}

    record Keys(List<PublicKeyLine> items) {}

    /**
     * Heads that the caller kept.
     *
     * @param heads as a decision or a CI log shows them
     * @param files signed files: anchors and decisions
     */
    record Given(@Nullable List<Head> heads, @Nullable List<String> files) {}

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/entries")
    Page<Line> entries(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String command,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var reach = reach();
        var size = Math.clamp(limit, 1, MOST);
        var found =
                entries.find(
                        new Search(
                                reach.everywhere(),
                                reach.entities(),
                                blankToNull(q),
                                blankToNull(command),
                                from,
                                to,
                                Cursor.before(cursor),
                                size + 1));
        var anchoredTo = anchors.anchoredTo();
        var items =
                found.stream()
                        .limit(size)
                        .map(entry -> new Line(entry, entry.sequence() <= anchoredTo))
                        .toList();
        return new Page<>(
                items,
                found.size() > size ? Cursor.after(items.getLast().entry().sequence()) : null);
    }

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/entries/{sequence}")
    Detail entry(@PathVariable long sequence) {
        var reach = reach();
        var whole =
                entries.find(sequence, reach.everywhere(), reach.entities())
                        .orElseThrow(Refusal.NotFound::new);
        return new Detail(
                whole.entry(),
                sequence <= anchors.anchoredTo(),
                whole.actorId(),
                whole.bodyDigest(),
                whole.suite(),
                whole.body());
    }

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/head")
    Head head() {
        return ledger.head();
    }

    @Needs(Permission.LEDGER_READ)
    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Progress verify(@RequestBody(required = false) @Nullable Given given) {
        var heads = given == null || given.heads() == null ? List.<Head>of() : given.heads();
        var files = given == null || given.files() == null ? List.<String>of() : given.files();
        if (heads.size() + files.size() > MOST_HEADS) {
            throw new Refusal.Invalid("heads", "At most %d heads at once.", MOST_HEADS);
        }
        return verifications.start(remembered.pins(heads, files));
    }

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/verifications/{id}")
    Progress verification(@PathVariable String id) {
        return verifications.find(id);
    }

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/anchors")
    Page<Anchor> anchors() {
        return new Page<>(anchors.anchors(MOST), null);
    }

    @Needs(Permission.LEDGER_ANCHOR)
    @PostMapping("/anchors")
    @ResponseStatus(HttpStatus.CREATED)
    AnchorLedger.Exported anchor() {
        return anchors.anchor();
    }

    @Needs(Permission.LEDGER_READ)
    @GetMapping("/keys")
    Keys keys() {
        var current = keys.current().fingerprint();
        return new Keys(
                keys.all().stream()
                        .map(
                                key ->
                                        new PublicKeyLine(
                                                key.fingerprint(),
                                                key.toPem(),
                                                key.fingerprint().equals(current)))
                        .toList());
    }

    /** The journal is read for whole legal entities: a department's share would tell too little. */
    private static Reach reach() {
        var reach = Callers.current().reach(Permission.LEDGER_READ);
        if (!reach.everywhere() && reach.entities().isEmpty()) {
            throw new Refusal.NotAllowed(
                    "The ledger is open to auditors of a whole legal entity; your role holds for a part of one. Ask a security administrator for a wider scope.");
        }
        return reach;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
