package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    private static final Limits SMALL = new Limits(4L << 20, 3, 100, 6L << 20);

    @TempDir Path folder;

    @Test
    void givesAPlainFileAsItIs() throws Exception {
        Path file = Reports.file(folder, "{}");
        try (Unpacked unpacked = Unpacked.open(file, SMALL)) {
            assertThat(unpacked.members()).containsExactly(new Unpacked.Member("", file));
        }
        assertThat(file).exists();
    }

    @Test
    void unpacksGzipAndDeletesItAfterwards() throws Exception {
        Path file = gzip("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
        Path unpackedFile;
        try (Unpacked unpacked = Unpacked.open(file, SMALL)) {
            unpackedFile = unpacked.members().getFirst().file();
            assertThat(unpackedFile).hasContent("{\"a\": 1}");
        }
        assertThat(unpackedFile).doesNotExist();
        assertThat(unpackedFile.getParent()).doesNotExist();
    }

    @Test
    void unpacksZipInItsOrderWithoutTrustingItsNames() throws Exception {
        Path file = zip("../../outside.json", "{}", "b/", "", "b/two.json", "{\"b\": 2}");
        try (Unpacked unpacked = Unpacked.open(file, SMALL)) {
            assertThat(unpacked.members())
                    .extracting(Unpacked.Member::name)
                    .containsExactly("../../outside.json", "b/two.json");
            Path parent = unpacked.members().getFirst().file().getParent();
            assertThat(unpacked.members())
                    .allSatisfy(each -> assertThat(each.file()).hasParent(parent));
        }
    }

    @Test
    void refusesABomb() throws Exception {
        assertThat(refusal(gzip(new byte[3 << 20]))).hasMessageContaining("zip bomb");
        assertThat(refusal(zip("zeros", "0".repeat(3 << 20)))).hasMessageContaining("zip bomb");
    }

    @Test
    void refusesWhatIsTooLargePackedOrUnpacked() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[(4 << 20) + 1]);
        assertThat(refusal(large)).hasMessageContaining("4,194,305 bytes; at most 4,194,304");
        Limits trusting = new Limits(1L << 20, 3, 100_000, 2L << 20);
        Path packed = gzip(new byte[2 << 20]);
        assertThat(catchThrowableOfType(InvalidReport.class, () -> Unpacked.open(packed, trusting)))
                .hasMessageContaining("unpacks to more than 1,048,576 bytes");
        String million = "0".repeat(1 << 20);
        Path three = zip("a", million, "b", million, "c", million);
        assertThat(catchThrowableOfType(InvalidReport.class, () -> Unpacked.open(three, trusting)))
                .hasMessageContaining("the archive unpacks to more than 2,097,152 bytes");
    }

    @Test
    void refusesTooManyMembersAndEmptyAndBrokenArchives() throws Exception {
        assertThat(refusal(zip("a", "1", "b", "2", "c", "3", "d", "4")))
                .hasMessageContaining("archive of 4 files; at most 3");
        assertThat(refusal(zip())).hasMessageContaining("without files");
        byte[] whole = Files.readAllBytes(gzip("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)));
        Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(whole, 14));
        assertThat(refusal(cut)).hasMessageContaining("broken gzip");
        byte[] archive = Files.readAllBytes(zip("a", "1"));
        Path half = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(archive, 40));
        assertThat(refusal(half)).hasMessageContaining("broken ZIP");
    }

    @Test
    void makesUtf8OfUtf16WithAMarkAndNamesTheByteOfOtherEncodings() throws Exception {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Path file = encoded("\uFEFF{\"名\": \"转账\"}", charset);
            try (Unpacked unpacked = Unpacked.open(file, SMALL)) {
                assertThat(unpacked.members().getFirst().file()).hasContent("{\"名\": \"转账\"}");
            }
        }
        assertThat(refusal(encoded("{\"a\": 1}", StandardCharsets.UTF_16LE)))
                .hasMessageContaining("without a byte order mark");
        assertThat(refusal(encoded("{\"a\": \"转账\"}", Charset.forName("GBK"))))
                .hasMessageContaining("not UTF-8 at byte 9");
        assertThat(
                        refusal(
                                encoded(
                                        "{" + " ".repeat(200_000) + "\"é\": 1}",
                                        StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("not UTF-8 at byte 200,002");
    }

    @Test
    void leavesXmlThatDeclaresItsEncodingToTheXmlReader() throws Exception {
        String xml =
                "<?xml version=\"1.0\" encoding=\"GB18030\"?><bom"
                        + " xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\"><components>"
                        + "<component type=\"library\"><name>转账</name></component></components></bom>";
        try (Unpacked unpacked = Unpacked.open(encoded(xml, Charset.forName("GB18030")), SMALL)) {
            assertThat(BillReader.read(unpacked.members().getFirst().file()).components())
                    .singleElement()
                    .satisfies(each -> assertThat(each.name()).isEqualTo("转账"));
        }
    }

    private InvalidReport refusal(Path file) {
        return catchThrowableOfType(InvalidReport.class, () -> Unpacked.open(file, SMALL));
    }

    private Path encoded(String text, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "text", ""), text.getBytes(charset));
    }

    private Path gzip(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "packed", ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = Files.createTempFile(folder, "packed", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }
}
