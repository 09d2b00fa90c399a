package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    private @TempDir Path home;
    private HttpServer platform;
    private Typed.Shell shell;
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String method, String path, String token, String key, String body) {}

    @BeforeEach
    void aPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.start();
        var token = Files.writeString(home.resolve("token"), "ts_secret\n");
        shell =
                Typed.Shell.in(home)
                        .with(
                                "TOUCHSTONE_URL",
                                "http://127.0.0.1:" + platform.getAddress().getPort())
                        .with("TOUCHSTONE_TOKEN_FILE", token);
    }

    @AfterEach
    void end() {
        platform.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, 0",
        "PASS_WITH_WAIVERS, 0",
        "WARN, 0",
        "BYPASSED, 0",
        "BLOCK, 1",
        "NO_DATA, 3",
        "STALE, 3"
    })
    void endsAsThePlatformDecides(String verdict, int exit) {
        answers(200, "{\"id\":\"MBANK-D-1\",\"verdict\":\"" + verdict + "\",\"rules\":[]}");
        var typed = gate().ended(exit);
        assertThat(typed.out()).contains("MBANK-D-1", Texts.of("en").get("verdict." + verdict));
        assertThat(asked)
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.path()).isEqualTo("/api/v1/gates/decisions");
                            assertThat(each.token()).isEqualTo("Bearer ts_secret");
                            assertThat(each.body()).contains("MBANK", "BUILD", "c1");
                        });
    }

    @Test
    void reportsUnderOtherSettingsAreNotCompared() throws IOException {
        answers(200, "{\"id\":\"MBANK-U-1\",\"state\":\"MERGED\"}");
        var bank =
                new Bank(home.resolve("bank"))
                        .file("Dockerfile", Bank.WEAK_IMAGE)
                        .file("touchstone.yml", "exclude: [{paths: [web/], reason: theirs}]\n");
        var sarif = home.resolve("x.sarif");
        shell.type("scan", bank.root(), "--sarif", sarif);
        shell.type("upload", sarif, "--app", "MBANK", "--line", "main", "--commit", "c0ffee1")
                .ended(Exit.PASS);
        assertThat(asked.getLast().body()).contains("\"scope\":{\"settings\":[\"exclude web/\"]}");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        shell = shell.with("TOUCHSTONE_URL", "http://127.0.0.1:" + free);
        gate().refused(Exit.NOT_REACHED, "http://127.0.0.1:" + free, "TOUCHSTONE_URL");
    }

    @Test
    void saysThatAnAddressIsNone() {
        shell = shell.with("TOUCHSTONE_URL", "bank");
        gate().refused(Exit.WRONG_USE, "bank", "TOUCHSTONE_URL");
    }

    @Test
    void tellsWhatThePlatformRefusesAndNeverTheToken() {
        answers(
                401,
                "{\"title\":\"Not signed in\",\"detail\":\"The token is unknown or has expired.\"}");
        var typed = gate();
        typed.refused(Exit.WRONG_USE, "401", "The token is unknown or has expired.");
        assertThat(typed.err() + typed.out()).doesNotContain("ts_secret");
    }

    @Test
    void namesTheFaultsWithTheirPlaces() {
        answers(
                400,
                "{\"title\":\"Bad\",\"detail\":\"No.\",\"faults\":[{\"level\":\"ERROR\","
                        + "\"place\":\"/stage\",\"message\":\"unknown stage\"}]}");
        gate().refused(Exit.WRONG_USE, "/stage: unknown stage");
    }

    @Test
    void aPlatformInTroubleIsNotReached() {
        answers(503, "<html>proxy</html>");
        gate().refused(Exit.NOT_REACHED, "503");
    }

    @Test
    void needsATokenAndSaysWhoMakesOne() {
        shell = shell.with("TOUCHSTONE_TOKEN_FILE", "");
        gate().refused(Exit.WRONG_USE, "TOUCHSTONE_TOKEN_FILE");
        shell = shell.with("TOUCHSTONE_TOKEN_FILE", home.resolve("nowhere"));
        gate().refused(Exit.WRONG_USE, "nowhere");
    }

    @Test
    void neverShowsWhatIsInABrokenTokenFile() throws IOException {
        var broken = Files.writeString(home.resolve("broken"), "ts_one\nts_two\n");
        shell = shell.with("TOUCHSTONE_TOKEN_FILE", broken);
        var typed = gate();
        typed.refused(Exit.WRONG_USE, broken);
        assertThat(typed.err()).doesNotContain("ts_");
    }

    @Test
    void uploadsTheFileAsItIsWithAKeyThatARepetitionShares() throws IOException {
        answers(200, "{\"id\":\"MBANK-U-1\",\"run\":\"MBANK-R-1\",\"state\":\"MERGED\"}");
        var report = Files.writeString(home.resolve("a.sarif"), "{\"version\":\"2.1.0\"}\n");
        assertThat(upload(report).ended(Exit.PASS).out()).contains("MBANK-U-1", "MBANK-R-1");
        upload(report).ended(Exit.PASS);
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().key()).isNotEmpty().isEqualTo(asked.getLast().key());
        assertThat(asked.getFirst().body())
                .contains("name=\"about\"", "\"line\":\"main\"", "{\"version\":\"2.1.0\"}\n\r\n");
    }

    @Test
    void aRefusedReportIsToldWithItsFaults() throws IOException {
        answers(
                200,
                "{\"id\":\"MBANK-U-1\",\"state\":\"REFUSED\",\"faults\":[{\"level\":\"ERROR\","
                        + "\"place\":\"3:7\",\"message\":\"unexpected end\"}]}");
        upload(Files.writeString(home.resolve("a.sarif"), "{"))
                .refused(Exit.WRONG_USE, "a.sarif", "3:7", "unexpected end");
    }

    @Test
    void sendsNothingWhenOneOfTheFilesCannotBeRead() throws IOException {
        answers(200, "{}");
        var good = Files.writeString(home.resolve("a.sarif"), "{}");
        shell.type(
                        "upload",
                        good,
                        home.resolve("absent.sarif"),
                        "--app",
                        "MBANK",
                        "--line",
                        "main",
                        "--commit",
                        "c1",
                        "--repository",
                        home)
                .refused(Exit.WRONG_USE, "absent.sarif");
        assertThat(asked).isEmpty();
    }

    private Typed gate() {
        return shell.type("gate", "--app", "MBANK", "--stage", "BUILD", "--commit", "c1");
    }

    private Typed upload(Path report) {
        return shell.type(
                "upload",
                report,
                "--app",
                "MBANK",
                "--line",
                "main",
                "--commit",
                "c1",
                "--repository",
                home,
                "--wait");
    }

    private void answers(int status, String body) {
        platform.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var headers = exchange.getRequestHeaders();
                        asked.add(
                                new Asked(
                                        exchange.getRequestMethod(),
                                        exchange.getRequestURI().getPath(),
                                        headers.getFirst("Authorization"),
                                        headers.getFirst("Idempotency-Key"),
                                        new String(
                                                exchange.getRequestBody().readAllBytes(),
                                                StandardCharsets.UTF_8)));
                        var answer = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
    }
}
