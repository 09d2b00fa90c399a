package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillReader;
import dev.touchstone.formats.CycloneDxWriter;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeBillTest {

    @Test
    void theSameTreeGivesTheSameBytesInWhateverOrderItsFilesCome() throws IOException {
        ScannedTree tree = FolderTree.walk(Sheet.SAMPLES);
        byte[] once = written(MakeBill.of(tree, BillOptions.ofTree("samples")));
        byte[] again = written(MakeBill.of(shuffled(tree), BillOptions.ofTree("samples")));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void theWrittenBillIsReadBackWithEveryPackage(@TempDir Path folder)
            throws IOException, InvalidReport {
        MadeBill made = MakeBill.of(FolderTree.walk(Sheet.SAMPLES), BillOptions.ofTree("samples"));
        Path file = Files.write(folder.resolve("bom.json"), written(made));

        Bill read = BillReader.read(file);

        assertThat(read.format()).isEqualTo("CycloneDX 1.6 JSON");
        assertThat(read.faults()).isEmpty();
        assertThat(read.components())
                .extracting(each -> String.valueOf(each.ref()))
                .containsExactlyInAnyOrderElementsOf(
                        made.bill().components().stream()
                                .map(each -> String.valueOf(each.ref()))
                                .toList());
        assertThat(read.dependencies()).hasSize(made.contents().dependencies().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package-lock.json",
                "npm-shrinkwrap.json",
                "pnpm-lock.yaml",
                "yarn.lock",
                "Pipfile.lock",
                "poetry.lock",
                "uv.lock",
                "Cargo.lock",
                "composer.lock",
                "Gemfile.lock",
                "packages.lock.json",
                "packages.config",
                "gradle.lockfile",
                "go.mod",
                "app.jar",
                "pom.xml"
            })
    void whatIsNotWhatItsNameSaysIsLeftOutAndTheRestIsRead(String name) {
        MadeBill made =
                MakeBill.of(
                        TreeInMemory.of(
                                Map.of(
                                        name,
                                        "\u0000 no such { thing: [",
                                        "fine/requirements.txt",
                                        "six==1.16.0\n")),
                        BillOptions.ofTree("x"));

        assertThat(made.leftOut())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.path()).isEqualTo(name);
                            assertThat(left.reason()).isEqualTo(LeftOut.Reason.MALFORMED);
                            assertThat(left.detail()).isNotBlank().doesNotContain("null");
                        });
        assertThat(made.bill().components())
                .extracting(Bill.Component::purl)
                .contains("pkg:pypi/six@1.16.0");
    }

    @Test
    void everyCutOfEveryLockFileIsReadOrLeftOut() throws IOException {
        ScannedTree tree = FolderTree.walk(Sheet.SAMPLES);
        Random random = new Random(4);
        for (ScannedFile file : tree.files()) {
            byte[] whole = tree.read(file);
            for (int i = 0; i < 20; i++) {
                byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                if (cut.length > 0) cut[random.nextInt(cut.length)] = (byte) random.nextInt(256);
                MadeBill made =
                        MakeBill.of(
                                new TreeInMemory(tree.root(), Map.of(file.path(), cut), List.of()),
                                BillOptions.ofTree("x"));
                assertThat(made.contents().subject().component().name()).isEqualTo("x");
            }
        }
    }

    @Test
    void aliasesOfYamlAreRefused() {
        String bomb =
                """
                lockfileVersion: '9.0'
                a: &a [x, x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
                c: [*b, *b, *b, *b, *b, *b, *b, *b]
                """;
        MadeBill made =
                MakeBill.of(TreeInMemory.of("pnpm-lock.yaml", bomb), BillOptions.ofTree("x"));

        assertThat(made.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.detail()).contains("aliases"));
    }

    @Test
    void copiesOfWhatALockFileNamesAreNotReadAgain() {
        MadeBill made =
                MakeBill.of(
                        TreeInMemory.of(
                                Map.of(
                                        "web/node_modules/a/requirements.txt", "six==1.16.0\n",
                                        "vendor/x/go.mod", "module x\n")),
                        BillOptions.ofTree("x"));

        assertThat(made.sources()).isEmpty();
    }

    @Test
    void theSamePackageOfTwoFilesIsOneComponentWithBothPlaces() {
        MadeBill made =
                MakeBill.of(
                        TreeInMemory.of(
                                Map.of(
                                        "a/requirements.txt", "six==1.16.0\n",
                                        "b/requirements-dev.txt", "Six==1.16.0\nloose>=1\n")),
                        BillOptions.ofTree("x"));

        assertThat(made.contents().parts())
                .filteredOn(part -> "pkg:pypi/six@1.16.0".equals(part.component().purl()))
                .singleElement()
                .satisfies(
                        part -> {
                            assertThat(part.places())
                                    .containsExactly(
                                            "a/requirements.txt", "b/requirements-dev.txt");
                            assertThat(String.valueOf(part.scope())).isEqualTo("REQUIRED");
                        });
        assertThat(made.sources().getLast().notes()).containsExactly("not pinned: loose>=1");
    }

    @Test
    void beforeGo117TheSumsTellTheIndirectModules() {
        MadeBill made =
                MakeBill.of(
                        TreeInMemory.of(
                                Map.of(
                                        "go.mod",
                                        "module m\n\ngo 1.16\n\nrequire example.com/a v1.0.0\n",
                                        "go.sum",
                                        """
                                        example.com/a v1.0.0 h1:a=
                                        example.com/b v1.9.0 h1:b=
                                        example.com/b v1.10.0 h1:c=
                                        example.com/b v1.10.0/go.mod h1:d=
                                        example.com/c v2.0.0/go.mod h1:e=
                                        """)),
                        BillOptions.ofTree("x"));

        assertThat(Sheet.of(made.sources()))
                .containsExactly(
                        "pkg:golang/example.com/a@v1.0.0,required,true",
                        "pkg:golang/example.com/b@v1.10.0,required,false");
    }

    static byte[] written(MadeBill made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CycloneDxWriter.write(made.contents(), "1", null, out);
        assertThat(out.toString(UTF_8)).doesNotContain("\\u0000");
        return out.toByteArray();
    }

    /** The same tree; its files come in another order. */
    private static ScannedTree shuffled(ScannedTree tree) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (ScannedFile file : tree.files()) contents.put(file.path(), tree.read(file));
        TreeInMemory same = new TreeInMemory(tree.root(), contents, List.of());
        List<ScannedFile> files = new ArrayList<>(same.files());
        Collections.shuffle(files, new Random(7));
        return new ScannedTree() {
            @Override
            public Path root() {
                return same.root();
            }

            @Override
            public List<ScannedFile> files() {
                return files;
            }

            @Override
            public List<LeftOut> leftOut() {
                return List.of();
            }

            @Override
            public byte[] read(ScannedFile file) throws IOException {
                return same.read(file);
            }
        };
    }
}
