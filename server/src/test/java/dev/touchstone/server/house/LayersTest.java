package dev.touchstone.server.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.touchstone.server");

    private static final JavaClasses LIBRARIES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(
                            "dev.touchstone.contract",
                            "dev.touchstone.formats",
                            "dev.touchstone.engine");

    @Test
    void httpTypesStandOnlyInApiClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..foundation.guard..", "..foundation.access..")
                .and(
                        describe(
                                "are not part of an Api",
                                (JavaClass type) -> !outermost(type).endsWith("Api")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..")
                .check(SERVER);
    }

    @Test
    void sqlStandsOnlyInStoreClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..foundation.database..")
                .and(
                        describe(
                                "are not part of a Store",
                                (JavaClass type) -> !outermost(type).endsWith("Store")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.postgresql..")
                .check(SERVER);
    }

    @Test
    void onlyOneClassUsesCopy() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.touchstone.server.foundation.database.Copy")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postgresql.copy..")
                .check(SERVER);
    }

    @Test
    void theSharedLibrariesKnowNeitherFrameworkNorDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "org.postgresql..")
                .check(LIBRARIES);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayersTest::outermost).orElse(type.getSimpleName());
    }
}
