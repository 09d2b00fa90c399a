package dev.touchstone.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for a thing everywhere: module, schema, address, folder of the user interface. */
class NamesTest {

    /** Addresses that differ from the module they belong to; all others carry the module's name. */
    private static final Map<String, Set<String>> ADDRESSES =
            Map.of(
                    "access",
                            Set.of(
                                    "setup",
                                    "session",
                                    "entities",
                                    "departments",
                                    "people",
                                    "tokens"),
                    "catalog", Set.of("applications"),
                    "intake", Set.of("reports"));

    private static final Set<String> FOLDERS_WITHOUT_MODULE =
            Set.of("app", "api", "kit", "admin", "test");

    @Test
    void anAddressCarriesTheNameOfItsModule() {
        var mapped = Pattern.compile("\"/api/v1/([a-z-]+)");
        for (Path api : Repository.mainJava()) {
            if (!api.getFileName().toString().endsWith("Api.java")) {
                continue;
            }
            String module = api.getParent().getFileName().toString();
            var allowed = ADDRESSES.getOrDefault(module, Set.of(module));
            assertThat(
                            mapped.matcher(Repository.text(api))
                                    .results()
                                    .map(match -> match.group(1))
                                    .distinct())
                    .as("addresses in %s", Repository.name(api))
                    .allMatch(allowed::contains);
        }
    }

    @Test
    void aFolderOfTheInterfaceCarriesTheNameOfAModule() throws Exception {
        Path web = Repository.root().resolve("web/src");
        if (!Files.isDirectory(web)) {
            return;
        }
        Path server = Repository.root().resolve("server/src/main/java/dev/touchstone/server");
        try (Stream<Path> folders = Files.list(web).filter(Files::isDirectory);
                Stream<Path> packages = Files.walk(server, 2)) {
            var modules =
                    packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList();
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .filteredOn(name -> !FOLDERS_WITHOUT_MODULE.contains(name))
                    .allMatch(modules::contains);
        }
    }
}
