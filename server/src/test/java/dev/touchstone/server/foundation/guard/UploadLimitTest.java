package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.scene.Scene;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class UploadLimitTest {

    private static final int MEBIBYTE = 1 << 20;

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Test
    void anUploadOverTheLimitIsRefusedWithAnAnswerThatTheSenderCanRead() throws Exception {
        String token = Scene.on(database).token("MBANK", Role.DEVELOPER, clock.instant());
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/reports"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofInputStream(UploadLimitTest::tooMuch))
                        .build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .contains("urn:touchstone:too-large", "nothing of it was kept");
        }
    }

    private static InputStream tooMuch() {
        var parts = new ArrayList<InputStream>();
        parts.add(
                text(
                        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.sarif\"\r\n\r\n"));
        byte[] mebibyte = new byte[MEBIBYTE];
        for (int part = 0; part < 102; part++) {
            parts.add(new ByteArrayInputStream(mebibyte));
        }
        parts.add(text("\r\n--edge--\r\n"));
        return new SequenceInputStream(Collections.enumeration(List.copyOf(parts)));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
