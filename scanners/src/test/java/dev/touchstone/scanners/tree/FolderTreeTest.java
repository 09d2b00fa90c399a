package dev.touchstone.scanners.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.scanners.tree.LeftOut.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

    private @TempDir Path folder;

    @Test
    void listsFilesInTheOrderOfPaths() throws IOException {
        write("b/a.txt", "1");
        write("b.txt", "2");
        write("a/z/y.txt", "3");
        write("a-b/c.txt", "4");
        var tree = FolderTree.walk(folder);
        assertThat(tree.files())
                .extracting(ScannedFile::path)
                .containsExactly("a-b/c.txt", "a/z/y.txt", "b.txt", "b/a.txt")
                .isSorted();
        assertThat(text(tree, "a/z/y.txt")).isEqualTo("3");
    }

    @Test
    void followsNoLinkAndSaysSo() throws IOException {
        var outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "outside");
        var root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("circle"), root);
        var tree = FolderTree.walk(root);
        assertThat(tree.files()).isEmpty();
        assertThat(tree.leftOut())
                .containsExactly(
                        new LeftOut("circle", Reason.LINK, ""),
                        new LeftOut("file", Reason.LINK, ""),
                        new LeftOut("folder", Reason.LINK, ""));
    }

    @Test
    void readsNothingThroughAFolderThatBecameALink() throws IOException {
        write("root/inner/a.txt", "inside");
        write("outside/a.txt", "outside");
        var root = folder.resolve("root");
        var tree = FolderTree.walk(root);
        Files.move(root.resolve("inner"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("inner"), folder.resolve("outside"));
        assertThatThrownBy(() -> tree.read(tree.files().getFirst()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsNothingThroughAFileThatBecameALink() throws IOException {
        write("root/a.txt", "inside");
        write("outside.txt", "outside");
        var root = folder.resolve("root");
        var tree = FolderTree.walk(root);
        Files.delete(root.resolve("a.txt"));
        Files.createSymbolicLink(root.resolve("a.txt"), folder.resolve("outside.txt"));
        assertThatThrownBy(() -> tree.read(tree.files().getFirst()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void leavesRepositoriesInsideToThemselves() throws IOException {
        write(".git/config", "[core]");
        write("a.txt", "1");
        write("vendor/tool/.git/HEAD", "ref");
        write("vendor/tool/b.txt", "2");
        write("module/.git", "gitdir: ../.git/modules/module");
        write("module/c.txt", "3");
        var tree = FolderTree.walk(folder);
        assertThat(tree.files()).extracting(ScannedFile::path).containsExactly("a.txt");
        assertThat(tree.leftOut())
                .containsExactly(
                        new LeftOut(".git/", Reason.REPOSITORY_STORE, ""),
                        new LeftOut("module/", Reason.OTHER_REPOSITORY, ""),
                        new LeftOut("vendor/tool/", Reason.OTHER_REPOSITORY, ""));
    }

    @Test
    void takesOnlyArchivesFromWhatABuildMakes() throws IOException {
        write("pom.xml", "<project/>");
        write("target/classes/application.yml", "a: b");
        write("target/bank.jar", "PK");
        write("web/node_modules/left/index.js", "");
        write("src/target/kept.txt", "");
        write(".gradle/gradle.properties", "password=a");
        write(".gradle/caches/a.bin", "");
        var tree = FolderTree.walk(folder);
        assertThat(tree.files())
                .extracting(ScannedFile::path)
                .containsExactly(
                        ".gradle/gradle.properties",
                        "pom.xml",
                        "src/target/kept.txt",
                        "target/bank.jar");
        assertThat(tree.leftOut())
                .containsExactly(
                        new LeftOut(".gradle/caches/", Reason.BUILT, ""),
                        new LeftOut("target/", Reason.BUILT, ""),
                        new LeftOut("web/node_modules/", Reason.BUILT, ""));
    }

    @Test
    void leavesOutWhatIsTooLargeWithoutReadingIt() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("dump.sql").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        var tree = FolderTree.walk(folder);
        assertThat(tree.leftOut())
                .containsExactly(new LeftOut("dump.sql", Reason.TOO_LARGE, "1073741824 bytes"));
    }

    @Test
    void countsTheFilesBeyondTheMost() throws IOException {
        for (var i = 0; i < 7; i++) {
            write("f" + i, "");
        }
        var tree = FolderTree.walk(folder, new TreeBounds(10, 10, 4), Exclusions.NONE);
        assertThat(tree.files())
                .extracting(ScannedFile::path)
                .containsExactly("f0", "f1", "f2", "f3");
        assertThat(tree.leftOut()).containsExactly(new LeftOut("./", Reason.TOO_MANY, "3"));
    }

    @Test
    void listsEachExcludedFileWithItsReason() throws IOException {
        write("samples/a.txt", "");
        write("b.txt", "");
        var tree =
                FolderTree.walk(
                        folder,
                        TreeBounds.DEFAULT,
                        path ->
                                path.startsWith("samples/")
                                        ? Optional.of("planted")
                                        : Optional.empty());
        assertThat(tree.files()).extracting(ScannedFile::path).containsExactly("b.txt");
        assertThat(tree.leftOut())
                .containsExactly(new LeftOut("samples/a.txt", Reason.EXCLUDED, "planted"));
    }

    @Test
    void keepsStrangeNamesApart() throws Exception {
        write("a\nb<script>.txt", "1");
        write("转账.txt", "2");
        shell("printf 3 > \"$(printf 'a\\377.txt')\"; mkfifo pipe");
        var tree = FolderTree.walk(folder);
        assertThat(tree.files())
                .extracting(ScannedFile::path)
                .containsExactly("a\nb<script>.txt", "a\\xFF.txt", "转账.txt");
        assertThat(text(tree, "a\\xFF.txt")).isEqualTo("3");
        assertThat(text(tree, "转账.txt")).isEqualTo("2");
        assertThat(tree.leftOut()).containsExactly(new LeftOut("pipe", Reason.NOT_A_FILE, ""));
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void shell(String script) throws Exception {
        var exit =
                new ProcessBuilder("sh", "-c", script)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
    }

    private static String text(ScannedTree tree, String path) throws IOException {
        for (var file : tree.files()) {
            if (file.path().equals(path)) {
                return new String(tree.read(file), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(path);
    }
}
