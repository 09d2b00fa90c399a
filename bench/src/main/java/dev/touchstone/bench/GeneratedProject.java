package dev.touchstone.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * A Java project of a size that teams have, the same on every machine: sources, settings, files of
 * infrastructure, compiled classes, and a history.
 */
record GeneratedProject(Path root) {

    private static final int METHODS = 9;

    static GeneratedProject make(Path root, int classes, int commits) throws Exception {
        var project = new GeneratedProject(root);
        var files = new TreeMap<String, String>();
        for (var i = 0; i < classes; i++) {
            files.put(path(i), source(i, 0));
        }
        files.putAll(beside());
        project.git(List.of("init", "-q", "-b", "main", root.toString()));
        project.history(files, classes, commits);
        project.git(List.of("-C", root.toString(), "checkout", "-q", "-f", "main"));
        project.compile(List.of(root.resolve("src/main/java")));
        return project;
    }

    static String path(int number) {
        return "src/main/java/bank/part%d/Service%d.java".formatted(number / 50, number);
    }

    /**
     * @param version a later one of the same class
     */
    static String source(int number, int version) {
        var text = new StringBuilder();
        text.append("package bank.part").append(number / 50).append(";\n\n");
        for (var each :
                List.of(
                        "java.nio.charset.StandardCharsets",
                        "java.security.MessageDigest",
                        "java.sql.Connection",
                        "java.sql.SQLException",
                        "java.util.ArrayList",
                        "java.util.List")) {
            text.append("import ").append(each).append(";\n");
        }
        text.append("\n/** Part ").append(number).append(" of the bank. */\n");
        text.append("public class Service").append(number).append(" {\n\n");
        text.append("    private int version = ").append(version).append(";\n");
        for (var m = 0; m < METHODS; m++) {
            text.append(method(number, m));
        }
        return text.append("}\n").toString();
    }

    private static String method(int number, int m) {
        var sql =
                number % 20 == 0 && m == 0
                        ? "\"SELECT name FROM account WHERE id = '\" + key + \"'\""
                        : "\"SELECT name FROM account\"";
        var digest = number % 25 == 0 && m == 1 ? "MD5" : "SHA-256";
        return """

                   public List<String> names%d(Connection connection, String key) throws SQLException {
                       List<String> names = new ArrayList<>();
                       try (var statement = connection.createStatement();
                               var rows = statement.executeQuery(%s)) {
                           while (rows.next()) {
                               names.add(rows.getString(1) + version);
                           }
                       }
                       return names;
                   }
               """
                        .formatted(m, sql)
                + (m == 1
                        ? """

                              public byte[] digest(String text) throws Exception {
                                  return MessageDigest.getInstance("%s").digest(text.getBytes(StandardCharsets.UTF_8));
                              }
                          """
                                .formatted(digest)
                        : "");
    }

    private static Map<String, String> beside() {
        return Map.of(
                "Dockerfile",
                "FROM eclipse-temurin:25-jre\nUSER root\nCOPY bank.jar /bank.jar\n",
                "deploy/bank.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: bank}
                spec:
                  selector: {matchLabels: {app: bank}}
                  template:
                    metadata: {labels: {app: bank}}
                    spec:
                      containers:
                        - {name: bank, image: "bank:1", securityContext: {privileged: true}}
                """,
                "src/main/resources/application.yml",
                "spring:\n  datasource:\n    url: jdbc:postgresql://db/bank\n",
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>bank</groupId><artifactId>bank</artifactId><version>1</version>
                </project>
                """,
                ".gitignore",
                "target/\n");
    }

    /** The first commit has all; each later one changes three files. */
    private void history(Map<String, String> files, int classes, int commits) throws Exception {
        var process =
                new ProcessBuilder("git", "-C", root.toString(), "fast-import", "--quiet")
                        .redirectErrorStream(true)
                        .start();
        try (var out = new BufferedOutputStream(process.getOutputStream())) {
            for (var commit = 0; commit < commits; commit++) {
                var changed = commit == 0 ? files : later(commit, classes);
                text(out, "commit refs/heads/main\ncommitter Chen <chen@bank.example> ");
                text(out, 1_700_000_000 + commit * 3600 + " +0000\ndata 2\nc\n");
                for (var file : changed.entrySet()) {
                    var content = file.getValue().getBytes(StandardCharsets.UTF_8);
                    text(out, "M 100644 inline " + file.getKey() + "\n");
                    text(out, "data " + content.length + "\n");
                    out.write(content);
                    text(out, "\n");
                }
            }
        }
        end(process, "git fast-import");
    }

    private static Map<String, String> later(int commit, int classes) {
        var changed = new TreeMap<String, String>();
        for (var i = 0; i < 3; i++) {
            var number = (commit * 3 + i) * 7 % classes;
            changed.put(path(number), source(number, commit));
        }
        return changed;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compiles what lies at these places as a build would. */
    void compile(List<Path> places) throws IOException {
        var classes = Files.createDirectories(root.resolve("target/classes"));
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-g",
                                "-proc:none",
                                "-cp",
                                classes.toString(),
                                "-d",
                                classes.toString()));
        for (var place : places) {
            try (var files = Files.walk(place)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .map(Path::toString)
                        .forEach(arguments::add);
            }
        }
        var exit =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("javac ended with " + exit);
        }
    }

    long lines(int classes) {
        return classes * source(1, 0).lines().count();
    }

    private void git(List<String> words) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(words);
        end(new ProcessBuilder(command).redirectErrorStream(true).start(), String.join(" ", words));
    }

    private static void end(Process process, String what) throws Exception {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(what + ": " + said);
        }
    }
}
