package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServerTest
@DirtiesContext
class TlsTest {

    private static final String PASSWORD = "only for this test";
    private static final Path STORE = store();

    @LocalServerPort int port;

    @DynamicPropertySource
    static void listenEverywhere(DynamicPropertyRegistry settings) {
        settings.add("server.address", () -> "0.0.0.0");
        settings.add("server.ssl.key-store", STORE::toString);
        settings.add("server.ssl.key-store-password", () -> PASSWORD);
    }

    @Test
    void underACertificateOtherMachinesAreServedAndToldToStayWithTls() throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(trustingTheStore()).build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "https://localhost:" + port + "/api/v1/setup"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                    .contains("max-age=31536000");
        }
    }

    private static SSLContext trustingTheStore() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("server", store.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path store() {
        try {
            Path store = Files.createTempDirectory("tls").resolve("server.p12");
            int code =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    "server",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=localhost",
                                    "-ext",
                                    "san=dns:localhost",
                                    "-storetype",
                                    "PKCS12",
                                    "-keystore",
                                    store.toString(),
                                    "-storepass",
                                    PASSWORD)
                            .inheritIO()
                            .start()
                            .waitFor();
            assertThat(code).isZero();
            return store;
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
