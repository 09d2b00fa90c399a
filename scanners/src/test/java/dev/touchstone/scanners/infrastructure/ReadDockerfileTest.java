package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadDockerfileTest {

    @Test
    void continuationsAndCommentsInsideThemAreOneInstruction() {
        var reading =
                ReadDockerfile.read(
                        """
                        FROM base:1
                        RUN apt-get update && \\
                            # why
                            apt-get install -y \\

                            curl
                        USER app
                        """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.instructions()).hasSize(3);
        var run = reading.instructions().get(1);
        assertThat(run.text()).isEqualTo("apt-get update &&      apt-get install -y  curl");
        assertThat(run.line()).isEqualTo(2);
        assertThat(run.endLine()).isEqualTo(6);
    }

    @Test
    void theEscapeDirectiveChangesWhatContinues() {
        var reading =
                ReadDockerfile.read("# escape=`\nFROM base:1\nRUN dir C:\\\nRUN one `\n  two\n");
        assertThat(reading.instructions())
                .extracting(ReadDockerfile.Instruction::text)
                .containsExactly("base:1", "dir C:\\", "one  two");
    }

    @Test
    void heredocsBelongToTheirInstruction() {
        var reading =
                ReadDockerfile.read(
                        """
                        FROM base:1
                        RUN <<EOF
                        curl https://x.example/a | sh
                        EOF
                        RUN cat <<< word
                        COPY <<A <<'B' /etc/
                        one
                        A
                        two
                        B
                        CMD ["x"]
                        """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.instructions())
                .extracting(ReadDockerfile.Instruction::name)
                .containsExactly("FROM", "RUN", "RUN", "COPY", "CMD");
        assertThat(reading.instructions().get(1).text()).contains("| sh");
        assertThat(reading.instructions().get(3).endLine()).isEqualTo(10);
    }

    @Test
    void flagsOnBuildAndSmallLettersAreRead() {
        var reading =
                ReadDockerfile.read(
                        "from --platform=linux/amd64 base:1 as a\nONBUILD copy --from=a --chown=1:1 x /y\n");
        assertThat(reading.instructions().get(0).flags()).containsEntry("platform", "linux/amd64");
        var copy = reading.instructions().get(1);
        assertThat(copy.name()).isEqualTo("COPY");
        assertThat(copy.onBuild()).isTrue();
        assertThat(copy.flags()).containsEntry("from", "a").containsEntry("chown", "1:1");
        assertThat(copy.text()).isEqualTo("x /y");
    }

    @Test
    void aLineThatIsNoInstructionIsToldAndTheRestIsRead() {
        var reading = ReadDockerfile.read("FROM base:1\n<html>\nUSER app\n");
        assertThat(reading.faults())
                .singleElement()
                .extracting(Malformed::getMessage)
                .asString()
                .startsWith("line 2");
        assertThat(reading.instructions()).hasSize(2);
    }

    @Test
    void stagesInheritTheirUserAndArgumentsGiveImages() throws Malformed {
        var resource =
                DockerfileResources.of(
                        "Dockerfile",
                        ReadDockerfile.read(
                                        """
                                        ARG VERSION=1.2
                                        FROM base:${VERSION} AS one
                                        USER app
                                        FROM one AS two
                                        FROM ${UNSET}
                                        """)
                                .instructions());
        var stages = Lookup.all(resource.attributes(), "stages");
        assertThat(Lookup.text(stages.get(0), "image")).isEqualTo("base:1.2");
        assertThat(Lookup.text(stages.get(1), "user")).isEqualTo("app");
        assertThat(Lookup.text(stages.get(1), "base")).isEqualTo("stage");
        assertThat(Lookup.first(stages.get(2), "image")).isInstanceOf(Node.Unknown.class);
    }
}
