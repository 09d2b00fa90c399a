package dev.touchstone.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.touchstone.server.TouchstoneServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final String BASE = "dev.touchstone.server";
    private static final ApplicationModules MODULES = ApplicationModules.of(TouchstoneServer.class);

    @Test
    void modulesHaveNoCyclesAndUseOnlyWhatTheyList() {
        MODULES.verify();
    }

    @Test
    void everyModuleListsWhatItMayUseAndHasTheIdOfItsPlace() {
        for (var module : MODULES) {
            var base = module.getBasePackage();
            var annotation = base.getAnnotation(ApplicationModule.class).orElseThrow();
            assertThat(annotation.allowedDependencies())
                    .as("%s: a module without the list may use everything", base.getName())
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
            assertThat(annotation.id()).isEqualTo(base.getName().substring(BASE.length() + 1));
        }
    }

    @Test
    void noPackageStandsOutsideOfAModule() {
        var moduleBases =
                MODULES.stream().map(module -> module.getBasePackage().getName()).toList();
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(BASE);
        var strays =
                classes.stream()
                        .map(JavaClass::getPackage)
                        .map(JavaPackage::getName)
                        .distinct()
                        .filter(name -> !name.equals(BASE))
                        .filter(name -> moduleBases.stream().noneMatch(base -> inside(name, base)))
                        .toList();
        assertThat(strays).isEmpty();
    }

    /** Set {@code -Darchitecture.write=true} to draw it anew. */
    @Test
    void architectureShowsTheModuleGraphOfTheCode() throws IOException {
        Path page = Repository.root().resolve("ARCHITECTURE.md");
        String text = Repository.text(page);
        String begin = "<!-- modules:begin -->\n";
        String end = "<!-- modules:end -->";
        String drawn =
                text.substring(0, text.indexOf(begin) + begin.length())
                        + graph()
                        + text.substring(text.indexOf(end));
        if (Boolean.getBoolean("architecture.write")) {
            Files.writeString(page, drawn);
        }
        assertThat(text).isEqualTo(drawn);
    }

    private static String graph() {
        var rows =
                new TreeMap<String, List<String>>(
                        Comparator.comparing(ModulesTest::groupOrder).thenComparing(name -> name));
        for (var module : MODULES) {
            var annotation =
                    module.getBasePackage().getAnnotation(ApplicationModule.class).orElseThrow();
            rows.put(
                    annotation.id(),
                    Arrays.stream(annotation.allowedDependencies()).sorted().toList());
        }
        return rows.entrySet().stream()
                .map(
                        row ->
                                "| `%s` | %s |\n"
                                        .formatted(
                                                row.getKey(),
                                                row.getValue().isEmpty()
                                                        ? "nothing"
                                                        : row.getValue().stream()
                                                                .map(name -> "`" + name + "`")
                                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("", "| module | may use |\n| --- | --- |\n", ""));
    }

    private static int groupOrder(String id) {
        return List.of("foundation", "general", "development", "delivery", "operation", "assurance")
                .indexOf(id.substring(0, id.indexOf('.')));
    }

    private static boolean inside(String name, String base) {
        return name.equals(base) || name.startsWith(base + ".");
    }
}
