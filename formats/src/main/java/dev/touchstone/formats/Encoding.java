package dev.touchstone.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodings that a text file may come in, told by its first bytes. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_MARKED(StandardCharsets.UTF_8, 3),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 2),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 2),
    UTF_16_UNMARKED(StandardCharsets.UTF_16BE, 0),
    UTF_32(StandardCharsets.UTF_32, 0);

    private final Charset charset;
    private final int mark;

    Encoding(Charset charset, int mark) {
        this.charset = charset;
        this.mark = mark;
    }

    static Encoding of(byte[] head) {
        int first = at(head, 0);
        int second = at(head, 1);
        int third = at(head, 2);
        int fourth = at(head, 3);
        if (first == 0xEF && second == 0xBB && third == 0xBF) return UTF_8_MARKED;
        if (first == 0xFF && second == 0xFE && third == 0 && fourth == 0) return UTF_32;
        if (first == 0 && second == 0 && third == 0xFE && fourth == 0xFF) return UTF_32;
        if (first == 0xFE && second == 0xFF) return UTF_16_BIG;
        if (first == 0xFF && second == 0xFE) return UTF_16_LITTLE;
        boolean big = first == 0 && (second == '{' || second == '<');
        boolean little = (first == '{' || first == '<') && second == 0;
        return big || little ? UTF_16_UNMARKED : UTF_8;
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xFF : -1;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of the byte order mark. */
    int mark() {
        return mark;
    }

    /** As far as it can be read; what cannot stands as a replacement character. */
    String decode(byte[] bytes) {
        int start = Math.min(mark, bytes.length);
        return new String(bytes, start, bytes.length - start, charset);
    }
}
