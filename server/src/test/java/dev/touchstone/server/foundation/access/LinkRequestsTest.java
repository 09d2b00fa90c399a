package dev.touchstone.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class LinkRequestsTest {

    @Autowired DataSource database;
    @Autowired Links links;
    @Autowired SetUp setUp;
    @Autowired SignIn signIn;
    @Autowired PersonStore people;
    @Autowired CredentialStore credentials;
    @Autowired TransactionTemplate transaction;

    @TempDir Path data;

    @Test
    void theOperatorAsksByAFileAndFindsALinkThatOnlyTheAccountCanRead() throws Exception {
        Scene scene = Scene.on(database);
        long auditor = scene.caller(Role.AUDITOR).id();
        String login = people.visible(Caller.PLATFORM, auditor).orElseThrow().login();

        ask(login);
        requests().answer();

        Path answer = data.resolve("links").resolve(login);
        String link = Files.readString(answer).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(answer)))
                .isEqualTo("rw-------");
        assertThat(data.resolve("links/requests").resolve(login)).doesNotExist();
        Secret session = signIn.withLink(link.substring(link.indexOf("#link=") + 6), "127.0.0.1");
        assertThat(
                        credentials
                                .session(session.digest(), java.time.Instant.now())
                                .orElseThrow()
                                .id())
                .isEqualTo(auditor);
    }

    @Test
    void anUnknownLoginIsAnsweredWithTheReason() throws Exception {
        ask("nobody.here");
        requests().answer();

        assertThat(data.resolve("links/nobody.here")).doesNotExist();
        assertThat(Files.readString(data.resolve("links/nobody.here.refused")))
                .contains("No open account has the login nobody.here");
    }

    private LinkRequests requests() {
        return new LinkRequests(new LinkFiles(data), links, setUp, people, transaction);
    }

    private void ask(String login) throws Exception {
        Path requests = Files.createDirectories(data.resolve("links/requests"));
        Files.createFile(requests.resolve(login));
    }
}
