package dev.touchstone.scanners.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.tree.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretHistoryTest {

    private static final SecretScanner SCANNER = new SecretScanner();
    private static final String FIRST = new Example("first").faulty("db.password={alnum:14}\n");
    private static final String SECOND = new Example("second").faulty("db.password={alnum:14}\n");

    @TempDir Path root;
    private int commits;

    @Test
    void saysWhichCommitHadItFirstAndWhetherItIsStillThere() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            String first = commit(git, "settings.conf", FIRST);
            String second = commit(git, "settings.conf", "# moved\n" + SECOND);
            commit(git, "settings.conf", "# moved again\n\n" + SECOND);
            var answer = scan();
            assertThat(answer.findings())
                    .extracting(
                            HistoryAnswer.Historic::firstCommit, HistoryAnswer.Historic::inNewest)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(first, false),
                            org.assertj.core.groups.Tuple.tuple(second, true));
            assertThat(answer.commits()).isEqualTo(3);
            assertThat(answer.blobs()).isEqualTo(3);
        }
    }

    @Test
    void readsWhatOtherBranchesAndTagsReachAndNothingElse() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "a.conf", "x=1\n");
            String main = git.getRepository().getBranch();
            git.checkout().setCreateBranch(true).setName("side").call();
            commit(git, "side.conf", FIRST);
            git.checkout().setName(main).call();
            git.checkout().setCreateBranch(true).setName("gone").call();
            commit(git, "gone.conf", SECOND);
            git.checkout().setName(main).call();
            git.branchDelete().setBranchNames("gone").setForce(true).call();
            assertThat(scan().findings())
                    .extracting(historic -> historic.finding().locations().getFirst().path())
                    .containsExactly("side.conf");
        }
    }

    @Test
    void neverShowsAValue() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "settings.conf", FIRST);
            assertThat(scan().toString()).doesNotContain(FIRST.strip().substring(12));
        }
    }

    @Test
    void refusesAStoreThatLiesElsewhere() throws Exception {
        Files.writeString(root.resolve(".git"), "gitdir: /somewhere/else/.git\n");
        assertRefused("elsewhere");
    }

    @Test
    void refusesObjectsOfAnotherRepository() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "settings.conf", FIRST);
        }
        Files.createDirectories(root.resolve(".git/objects/info"));
        Files.writeString(
                root.resolve(".git/objects/info/alternates"), "/somewhere/else/objects\n");
        assertRefused("alternates");
    }

    @Test
    void refusesAConfigThatLeadsToOtherFilesAndLinksInTheStore() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "settings.conf", FIRST);
        }
        String config = Files.readString(root.resolve(".git/config"));
        Files.writeString(
                root.resolve(".git/config"), config + "[include]\n\tpath = /etc/gitconfig\n");
        assertRefused("includes");
        Files.writeString(root.resolve(".git/config"), config);
        Files.createSymbolicLink(
                root.resolve(".git/objects/pack/x.pack"), Path.of("/etc/hostname"));
        assertRefused("link");
    }

    @Test
    void aDamagedRepositoryIsToldOfAndEndsNothing() throws Exception {
        Files.createDirectories(root.resolve(".git/objects"));
        Files.writeString(root.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.createDirectories(root.resolve(".git/refs/heads"));
        Files.writeString(
                root.resolve(".git/refs/heads/main"), "0123456789012345678901234567890123456789\n");
        assertThat(scan().leftOut()).isNotEmpty();
    }

    @Test
    void leavesTheRepositoryAsItIs() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, "settings.conf", FIRST);
        }
        var before = everything();
        scan();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFolderWithoutARepositoryHasNoHistory() throws IOException {
        assertThat(scan().commits()).isZero();
        assertThat(scan().leftOut()).isEmpty();
    }

    @Test
    void manyCommitsGiveTheSameAnswerTwice() throws Exception {
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            for (int i = 0; i < 60; i++) {
                commit(
                        git,
                        "file" + i % 7 + ".conf",
                        "line " + i + "\n" + (i % 5 == 0 ? FIRST : "x=1\n"));
            }
            assertThat(scan()).isEqualTo(scan());
        }
    }

    private List<String> everything() throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private void assertRefused(String why) throws IOException {
        var answer = scan();
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.leftOut())
                .extracting(LeftOut::detail)
                .singleElement()
                .asString()
                .contains(why);
    }

    private HistoryAnswer scan() throws IOException {
        return new SecretHistory(SCANNER, SecretHistory.Bounds.USUAL).scan(root);
    }

    private String commit(Git git, String path, String text) throws Exception {
        Files.writeString(root.resolve(path), text);
        git.add().addFilepattern(path).call();
        var when = Instant.ofEpochSecond(1_700_000_000L + 60L * commits++);
        var who = new PersonIdent("li", "li@bank.example", when, ZoneOffset.UTC);
        return git.commit()
                .setMessage("change " + commits)
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call()
                .getName();
    }
}
