package dev.touchstone.scanners.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a text in UTF-8, or in the encoding that older Chinese projects use. */
final class SourceText {

    private static final Charset OLDER = Charset.forName("GB18030");

    private SourceText() {}

    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherEncoding) {
            text = new String(bytes, OLDER);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
