package dev.touchstone.scanners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A small project in a folder, as a build leaves it behind. */
record Project(Path root) {

    static final String WEAK =
            """
            package bank;

            public class Export {
                public static Process run(String name) throws java.io.IOException {
                    return new ProcessBuilder("sh", "-c", "export " + name).start();
                }
            }
            """;

    Project source(String path, String text) {
        return write(root.resolve(path), text);
    }

    Project classFile(String path) {
        return write(root.resolve(path), "not looked into");
    }

    Project written(String path, Instant at) {
        try {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(at));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Compiles one source of a module as Maven would. */
    Project compiled(String module, String source) {
        var output = root.resolve(module).resolve("target/classes");
        try {
            Files.createDirectories(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-g",
                                "--release",
                                "21",
                                "-cp",
                                output.toString(),
                                "-d",
                                output.toString()));
        arguments.add(root.resolve(module).resolve(source).toString());
        var exit =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("javac ended with " + exit);
        }
        return this;
    }

    private Project write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
