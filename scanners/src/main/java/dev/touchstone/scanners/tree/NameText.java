package dev.touchstone.scanners.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Names of files as text: UTF-8 whatever the locale says, and no byte is lost. */
final class NameText {

    private static final int PERCENT_CODE = 3;

    private NameText() {}

    /** The name; a byte that is no UTF-8 is written {@code \xFF}. */
    static String of(Path name) {
        var text = name.toString();
        return isPlain(text) ? text : decoded(bytes(name));
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter > '~' || letter == '?') {
                return false;
            }
        }
        return true;
    }

    /** The bytes that the file system knows: a URI spells each of them. */
    private static byte[] bytes(Path name) {
        var absolute = Path.of("/").resolve(name.getFileName());
        var raw = absolute.toUri().getRawPath().substring(1);
        var bytes = new byte[raw.length()];
        var length = 0;
        for (var i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(raw, i + 1, i + PERCENT_CODE, 16);
                i += PERCENT_CODE - 1;
            } else {
                bytes[length++] = (byte) raw.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return escaped(bytes);
        }
    }

    private static String escaped(byte[] bytes) {
        var text = new StringBuilder();
        for (var each : bytes) {
            if (each >= 0) {
                text.append((char) each);
            } else {
                text.append(String.format("\\x%02X", each & 0xFF));
            }
        }
        return text.toString();
    }
}
