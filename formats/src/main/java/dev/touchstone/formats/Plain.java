package dev.touchstone.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Sees to it that a text is UTF-8, and says at which byte it is not. */
final class Plain {
    private static final Pattern DECLARED =
            Pattern.compile(
                    "^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"'](?!utf-?8[\"'])",
                    Pattern.CASE_INSENSITIVE);

    private Plain() {}

    /** Makes a new temporary file. */
    interface Temporary {
        Path file() throws IOException;
    }

    /** The same file when it is UTF-8 (or no text at all), else a copy in UTF-8. */
    static Path text(String place, Path file, Temporary temporary)
            throws IOException, InvalidReport {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(256);
        }
        Encoding encoding = Encoding.of(head);
        return switch (encoding) {
            case UTF_8, UTF_8_MARKED -> {
                if (looksLikeText(head, encoding)) checkUtf8(place, file);
                yield file;
            }
            case UTF_16_BIG, UTF_16_LITTLE -> {
                Path copy = temporary.file();
                transcode(place, file, encoding, copy);
                yield copy;
            }
            case UTF_16_UNMARKED ->
                    throw InvalidReport.at(
                            place,
                            "is UTF-16 without a byte order mark; write UTF-8, or UTF-16 with a mark");
            case UTF_32 -> throw InvalidReport.at(place, "is UTF-32; write UTF-8");
        };
    }

    /** XML may declare another encoding; then its own parser reads it. */
    private static boolean looksLikeText(byte[] head, Encoding encoding) {
        String text = encoding.decode(head).strip();
        if (text.startsWith("<")) return !DECLARED.matcher(text).find();
        return text.startsWith("{") || text.startsWith("[");
    }

    private static void checkUtf8(String place, Path file) throws IOException, InvalidReport {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long before = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                if (!end) bytes.position(bytes.position() + read);
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), end);
                if (result.isError()) {
                    throw InvalidReport.at(
                            place,
                            "is not UTF-8 at byte %,d; write UTF-8 (GBK and others are not read)"
                                    .formatted(before + bytes.position()));
                }
                before += bytes.position();
                bytes.compact();
            }
        }
    }

    private static void transcode(String place, Path from, Encoding encoding, Path to)
            throws IOException, InvalidReport {
        CharsetDecoder decoder =
                encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        long chars = 0;
        try (InputStream in = Files.newInputStream(from);
                Writer out = Files.newBufferedWriter(to)) {
            in.skipNBytes(encoding.mark());
            Reader reader = new InputStreamReader(in, decoder);
            char[] buffer = new char[1 << 15];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                out.write(buffer, 0, read);
                chars += read;
            }
        } catch (CharacterCodingException broken) {
            throw InvalidReport.at(
                    place,
                    "is not UTF-16 after byte %,d, as its byte order mark says"
                            .formatted(encoding.mark() + 2 * chars));
        }
    }
}
