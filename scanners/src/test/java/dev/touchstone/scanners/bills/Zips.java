package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made in memory. */
final class Zips {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    Zips put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Zips put(String name, String text) {
        return put(name, text.getBytes(UTF_8));
    }

    Zips maven(String group, String artifact, String version) {
        return put(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "groupId=%s\nartifactId=%s\nversion=%s\n".formatted(group, artifact, version));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
