package dev.touchstone.server.delivery.intake;

import static dev.touchstone.server.delivery.intake.Sender.about;
import static dev.touchstone.server.delivery.intake.Sender.commit;
import static dev.touchstone.server.delivery.intake.Sender.finding;
import static dev.touchstone.server.delivery.intake.Sender.sarif;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever comes in: a clear answer, nothing half done, and the platform takes the next report. */
@ServerTest
class BadInputTest {

    private static final byte[] GOOD = sarif(finding("SQL", "src/A.java", 10, "query(a)"));

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Sender sender;

    @BeforeEach
    void scene() {
        var scene = Scene.on(database);
        sender = new Sender(port, scene.token("MBANK", Role.SECURITY, clock.instant()));
    }

    @AfterEach
    void theNextReportIsTakenAndNothingWasHalfImported() {
        var next =
                sender.send(
                        about("healthy", commit(77)),
                        sarif(finding("HEALTHY", "src/H.java", 1, "h()")));

        assertThat(next.text("state")).isEqualTo("MERGED");
        assertThat(next.count("new")).isEqualTo(1);
    }

    @Test
    void aTruncatedReportIsKeptAndRefusedWithItsPlace() {
        byte[] truncated = Arrays.copyOf(GOOD, GOOD.length - 30);
        var answer = sender.send(about("main", commit(1)), truncated);

        refused(answer);
        assertThat(answer.json().path("faults").get(0).path("place").asString())
                .matches("\\d+:\\d+");
        var raw = sender.download("/reports/" + answer.text("id") + "/raw");
        assertThat(raw.body()).isEqualTo(truncated);
        assertThat(raw.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(raw.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anEmptyReportIsRefused() {
        refused(sender.send(about("main", commit(1)), new byte[0]));
    }

    @Test
    void anotherFormatIsRefused() {
        refused(sender.send(about("main", commit(1)), text("%PDF-1.7 …")));
        refused(sender.send(about("main", commit(1)), text("[1,2,3]")));
        refused(sender.send(about("main", commit(1)), text("{\"version\":\"2.0.0\",\"runs\":[]}")));
    }

    @Test
    void aDeeplyNestedReportIsRefused() {
        refused(sender.send(about("main", commit(1)), text("[".repeat(200_000))));
        refused(
                sender.send(
                        about("main", commit(1)),
                        text(
                                "{\"version\":\"2.1.0\",\"runs\":[{\"properties\":"
                                        + "{\"a\":".repeat(100_000))));
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        var answer = sender.send(about("main", commit(1)), gzip(new byte[80 << 20]));

        refused(answer);
        assertThat(answer.json().path("faults").get(0).path("message").asString()).contains("bomb");
    }

    @Test
    void aReportThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        byte[] block = new byte[2_000];
        new Random(1).nextBytes(block);
        byte[] large = new byte[101 << 20];
        for (int at = 0; at < large.length; at += block.length) {
            if (at % (block.length * 40) == 0) new Random(at).nextBytes(block);
            System.arraycopy(block, 0, large, at, Math.min(block.length, large.length - at));
        }
        var answer = sender.send(about("main", commit(1)), gzip(large));

        refused(answer);
        assertThat(answer.json().path("faults").get(0).path("message").asString())
                .contains("more than");
    }

    @Test
    void anUploadOverTheLimitIsAnsweredWith413() {
        var answer = sender.send(about("main", commit(1)), new byte[(100 << 20) + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("detail")).contains("larger");
    }

    @Test
    void anExternalEntityIsNeverResolved() {
        var answer =
                sender.send(
                        about("main", commit(1)),
                        text(
                                """
                                <?xml version="1.0"?>
                                <!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                                <bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
                                  <components><component type="library"><name>&x;</name></component></components>
                                </bom>
                                """));

        refused(answer);
        assertThat(answer.json().toString()).doesNotContain("root:");
    }

    @Test
    void aWrongEncodingIsRefusedAndAByteOrderMarkIsNot() {
        byte[] latin = text(new String(GOOD, StandardCharsets.UTF_8).replace("SQL", "S\u00c4L"));
        byte[] broken =
                new String(latin, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        refused(sender.send(about("main", commit(1)), broken));

        String marked = "\uFEFF" + new String(GOOD, StandardCharsets.UTF_8);
        assertThat(sender.send(about("main", commit(2)), text(marked)).text("state"))
                .isEqualTo("MERGED");
        assertThat(
                        sender.send(
                                        about("main", commit(3)),
                                        marked.getBytes(StandardCharsets.UTF_16LE))
                                .text("state"))
                .isEqualTo("MERGED");
    }

    @Test
    void aBrokenMemberRefusesTheWholeArchive() throws IOException {
        var zip = new LinkedHashMap<String, byte[]>();
        zip.put("one.sarif", GOOD);
        zip.put("two.sarif", text("{\"version\":\"2.1.0\"}"));
        var answer = sender.send(about("main", commit(1)), zip(zip));

        refused(answer);
        assertThat(answer.json().path("faults").get(0).path("place").asString())
                .startsWith("two.sarif");
    }

    @Test
    void anUnknownApplicationAndAForeignOneAnswerAlike() {
        var unknown = sender.send(changed("application", "NEVERWAS"), GOOD);
        var foreign = sender.send(changed("application", "WEALTH"), GOOD);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void wrongWordsAboutAReportAreNamed() {
        var answer = sender.send(changed("commit", "HEAD"), GOOD);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("faults").get(0).path("place").asString())
                .isEqualTo("commit");
        assertThat(sender.send(changed("colour", "red"), GOOD).status()).isEqualTo(422);
        assertThat(sender.send(changed("lineKind", "MERGE_REQUEST"), GOOD).status()).isEqualTo(422);
        assertThat(sender.get("/reports?application=MBANK").json().path("items")).isEmpty();
    }

    @Test
    void markupStaysText() {
        var found = finding("<b>SQL</b>", "src/<script>alert(1)</script>.java", 1, "x");
        assertThat(sender.send(about("main", commit(1)), sarif(found)).text("state"))
                .isEqualTo("MERGED");

        var one = sender.get("/findings?application=MBANK").json().path("items").get(0);
        assertThat(one.path("rule").asString()).isEqualTo("<b>SQL</b>");
        var csv = sender.download("/findings/export?application=MBANK");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
    }

    @Test
    void aFormulaIsExportedAsText() {
        sender.send(
                about("main", commit(1)), sarif(finding("=cmd|'/c calc'!A1", "@x.java", 1, "x")));

        String csv =
                new String(
                        sender.download("/findings/export?application=MBANK").body(),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'=cmd|'/c calc'!A1\"").contains("\"'@x.java\"");
    }

    private static void refused(Sender.Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("REFUSED");
        assertThat(answer.json().path("faults").get(0).path("message").asString()).isNotBlank();
        assertThat(answer.json().path("run").isMissingNode()).isTrue();
    }

    private static Map<String, ?> changed(String field, Object value) {
        var about = new LinkedHashMap<String, Object>(about("main", commit(1)));
        about.put(field, value);
        return about;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }
}
