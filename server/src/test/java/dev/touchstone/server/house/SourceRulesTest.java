package dev.touchstone.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceRulesTest {

    private static final List<String> SCHEMAS =
            List.of(
                    "access",
                    "approvals",
                    "catalog",
                    "facts",
                    "findings",
                    "gates",
                    "intake",
                    "ledger",
                    "packs",
                    "runs");

    @Test
    void noFileIsLongerThan500Lines() {
        assertThat(Repository.files(".java", ".ts", ".tsx"))
                .filteredOn(file -> !file.endsWith("web/src/api/schema.d.ts")) // generated
                .filteredOn(file -> Repository.text(file).lines().count() > 500)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() {
        assertThat(Repository.mainJava().stream().map(Path::getParent).distinct())
                .allSatisfy(
                        folder -> {
                            Path info = folder.resolve("package-info.java");
                            assertThat(info)
                                    .as("package-info of %s", Repository.name(folder))
                                    .exists();
                            assertThat(Repository.text(info))
                                    .contains("@NullMarked")
                                    .contains("/**");
                        });
    }

    @Test
    void timeComesFromTheClock() {
        var wallClock =
                Pattern.compile(
                        "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)|currentTimeMillis|new Date\\(");
        assertThat(ours("server", "engine", "formats", "contract"))
                .filteredOn(file -> wallClock.matcher(Repository.text(file)).find())
                .isEmpty();
    }

    @Test
    void nothingPrintsPastTheLog() {
        assertThat(ours("server", "engine", "formats", "contract"))
                .filteredOn(file -> !file.toString().contains("/foundation/database/"))
                .filteredOn(file -> Repository.text(file).contains("System.out"))
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        var banned =
                Pattern.compile(
                        "(Manager|Helper|Util|Utils|Impl)\\.java$|^Abstract|^I[A-Z][a-z].*\\.java$");
        assertThat(Repository.files(".java"))
                .extracting(file -> file.getFileName().toString())
                .filteredOn(name -> banned.matcher(name).find())
                .filteredOn(name -> !name.startsWith("In"))
                .isEmpty();
    }

    @Test
    void aModuleTouchesOnlyItsOwnSchema() {
        var qualified =
                Pattern.compile(
                        "\\b(?:from|join|into|update|table|copy|delete from)\\s+([a-z_]+)\\.[a-z_]+",
                        Pattern.CASE_INSENSITIVE);
        for (Path store : ours("server")) {
            String module = moduleOf(store);
            if (!SCHEMAS.contains(module)) {
                continue;
            }
            var used =
                    qualified
                            .matcher(Repository.text(store))
                            .results()
                            .map(match -> match.group(1))
                            .filter(SCHEMAS::contains)
                            .filter(schema -> !schema.equals(module))
                            .toList();
            assertThat(used).as("schemas of others in %s", Repository.name(store)).isEmpty();
        }
    }

    @Test
    void everySchemaBelongsToAModuleOfTheSameName() {
        Path migrations = Repository.root().resolve("server/src/main/resources/db");
        try (Stream<Path> folders = Files.list(migrations)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .allSatisfy(name -> assertThat(SCHEMAS).contains(name));
        } catch (java.io.IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    @Test
    void noPathOfAMachineStandsInTheSources() {
        var machine = Pattern.compile("(?<![\\w.-])/(" + "work|root|farm" + ")/[a-z]");
        assertThat(
                        Repository.files(
                                ".java", ".ts", ".tsx", ".md", ".yml", ".xml", ".sh", ".json",
                                ".csv"))
                .filteredOn(file -> !file.getFileName().toString().equals("package-lock.json"))
                .filteredOn(file -> machine.matcher(Repository.text(file)).find())
                .isEmpty();
    }

    private static List<Path> ours(String... modules) {
        return Repository.mainJava().stream()
                .filter(
                        file ->
                                Stream.of(modules)
                                        .anyMatch(
                                                module ->
                                                        Repository.name(file)
                                                                .startsWith(module + "/")))
                .toList();
    }

    private static String moduleOf(Path file) {
        String[] parts = Repository.name(file).split("/");
        int server = List.of(parts).lastIndexOf("server");
        return server >= 0 && parts.length > server + 2 ? parts[server + 2] : "";
    }
}
