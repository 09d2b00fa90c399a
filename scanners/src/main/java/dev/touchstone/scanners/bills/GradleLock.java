package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import java.util.List;
import java.util.Locale;

/** Reads what Gradle locks: one file per project, or, before Gradle 7, one per configuration. */
final class GradleLock implements LockReader {

    @Override
    public boolean reads(String path) {
        String name = LockFile.nameOf(path);
        return name.equals("gradle.lockfile")
                || name.endsWith("-gradle.lockfile")
                || name.endsWith(".lockfile") && path.contains("gradle/dependency-locks/");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        LockDraft draft = new LockDraft("maven");
        String name = file.name();
        boolean script = !name.equals("gradle.lockfile") && name.endsWith("-gradle.lockfile");
        String only = name.endsWith("gradle.lockfile") ? "" : name.replaceFirst("\\.lockfile$", "");
        int number = 0;
        int read = 0;
        int broken = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith("empty=")) continue;
            int equals = text.indexOf('=');
            String[] parts = (equals < 0 ? text : text.substring(0, equals)).split(":");
            if (parts.length != 3) {
                draft.note("line %d is not group:name:version".formatted(number));
                broken++;
                continue;
            }
            read++;
            String configurations = equals < 0 ? only : text.substring(equals + 1);
            draft.add(parts[0], parts[1], parts[2])
                    .scope(script ? Scope.EXCLUDED : scope(List.of(configurations.split(","))))
                    .property("configurations", configurations);
        }
        if (read == 0 && broken > 0) {
            throw new MalformedLock("1:1", "has no line of the form group:name:version");
        }
        return draft.flat(file, only.isEmpty() ? name : "lock of " + only, "lock file");
    }

    /** By the names that Gradle's own plugins give their configurations. */
    private static Scope scope(List<String> configurations) {
        Scope scope = Scope.EXCLUDED;
        for (String each : configurations) scope = scope.and(one(each.toLowerCase(Locale.ROOT)));
        return scope;
    }

    private static Scope one(String configuration) {
        if (configuration.contains("test") || configuration.contains("annotationprocessor")) {
            return Scope.EXCLUDED;
        }
        if (configuration.contains("runtime")
                || configuration.equals("default")
                || configuration.equals("compile")) {
            return Scope.REQUIRED;
        }
        if (configuration.endsWith("compileclasspath") || configuration.equals("compileonly")) {
            return Scope.OPTIONAL;
        }
        return Scope.EXCLUDED;
    }
}
