package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Platform.class)
class BackupRestoreTest {

    private @TempDir Path home;

    @Test
    void aRunningPlatformComesBackInAnEmptyFolder(Platform.Running platform) throws Exception {
        var original = platform.organisation();
        new Uploads(original.pipeline(), 900, 50).again();
        platform.server()
                .await(
                        "all is merged",
                        () ->
                                platform.organisation().counts().get("/findings")
                                        == 50 * Uploads.EACH);
        var backup = home.resolve("backup");
        var passphrase = Files.writeString(home.resolve("passphrase"), "月亮 over the river 27\n");
        platform.server()
                .program()
                .run("backup", backup, "--passphrase-file", passphrase)
                .exits(0)
                .says("encrypted");
        var head = original.auditor().get("/ledger/head");
        var counts = original.counts();

        try (var other = Server.on(home)) {
            other.program()
                    .run("restore", backup, "--passphrase-file", passphrase)
                    .exits(0)
                    .says(head.path("hash").asString());
            other.start();
            var restored = original.at(other.address());
            assertThat(restored.counts()).isEqualTo(counts);
            var sequence = head.path("sequence").asLong();
            assertThat(restored.auditor().get("/ledger/entries/" + sequence).path("hash"))
                    .isEqualTo(head.path("hash"));
            assertThat(restored.pipeline().bytes("/reports/MBANK-U-1/raw"))
                    .isEqualTo(original.pipeline().bytes("/reports/MBANK-U-1/raw"));
        }
    }
}
