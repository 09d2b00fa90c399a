package dev.touchstone.scanners.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of a file, in whichever of the usual encodings, with its lines. */
final class FileText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 8_192;

    private final String path;
    private final String text;
    private int @Nullable [] lineStarts;
    private int from;
    private int to = -1;

    FileText(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Null when the bytes are no text. */
    static @Nullable FileText of(String path, byte[] bytes) {
        String text = startsWith(bytes, 'b', '0', 'V', 'I', 'M') ? swapped(bytes) : decode(bytes);
        if (text == null) {
            return null;
        }
        boolean escaped = path.endsWith("_history") && text.contains("\\040");
        return new FileText(path, escaped ? text.replace("\\040", "    ") : text);
    }

    /** An editor's swap file: lines with a zero byte between them. */
    private static String swapped(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    }

    private static @Nullable String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        if (isBinary(bytes)) {
            return null;
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        if (isMostlySound(utf8)) {
            return utf8;
        }
        String chinese = strict(bytes, GB18030);
        return chinese != null ? chinese : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: of mostly Latin text every other byte is zero. */
    private static @Nullable Charset wide(byte[] bytes) {
        int length = Math.min(bytes.length, LOOKED_AT) & ~1;
        if (length < 8) {
            return null;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (even == 0 && odd > length / 2 * 7 / 10) {
            return StandardCharsets.UTF_16LE;
        }
        return odd == 0 && even > length / 2 * 7 / 10 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isBinary(byte[] bytes) {
        int length = Math.min(bytes.length, LOOKED_AT);
        int control = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i];
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != 27 && b != '\f') {
                control++;
            }
        }
        return control > length / 20;
    }

    /** A few broken characters do not make it another encoding. */
    private static boolean isMostlySound(String utf8) {
        if (utf8.indexOf('\uFFFD') < 0) {
            return true;
        }
        long broken = utf8.chars().filter(c -> c == 0xFFFD).count();
        long foreign = utf8.chars().filter(c -> c > 127).count();
        return broken * 20 < foreign;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    String path() {
        return path;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String text() {
        return text;
    }

    /** First character of the line around a place. */
    int lineStart(int at) {
        find(at);
        return from;
    }

    /** End of the line around a place, without its line break. */
    int lineEnd(int at) {
        find(at);
        return to > at && text.charAt(to - 1) == '\r' ? to - 1 : to;
    }

    /** Places are asked for in their order, so the line of the last answer is kept. */
    private void find(int at) {
        if (at < from || at > to) {
            from = text.lastIndexOf('\n', at - 1) + 1;
            int end = text.indexOf('\n', at);
            to = end < 0 ? text.length() : end;
        }
    }

    /** Number of the line around a place, from 1. */
    int line(int at) {
        int found = Arrays.binarySearch(starts(), at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** From 1. */
    int column(int at) {
        return at - starts()[line(at) - 1] + 1;
    }

    int lines() {
        return starts().length;
    }

    /** First character of a line, counted from 1. */
    int startOfLine(int line) {
        return starts()[line - 1];
    }

    private int[] starts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findStarts();
            lineStarts = starts;
        }
        return starts;
    }

    private int[] findStarts() {
        int[] starts = new int[64];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
