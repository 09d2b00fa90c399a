package dev.touchstone.scanners.bills;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of projects that do not write their coordinates into their archives. A name counts only
 * together with classes of the right package.
 */
final class KnownGroups {
    private static final List<Known> KNOWN =
            List.of(
                    new Known(
                            "spring-boot", "org/springframework/boot/", "org.springframework.boot"),
                    new Known(
                            "spring-security-",
                            "org/springframework/security/",
                            "org.springframework.security"),
                    new Known(
                            "spring-data-",
                            "org/springframework/data/",
                            "org.springframework.data"),
                    new Known(
                            "spring-session-",
                            "org/springframework/session/",
                            "org.springframework.session"),
                    new Known(
                            "spring-batch-",
                            "org/springframework/batch/",
                            "org.springframework.batch"),
                    new Known("spring-", "org/springframework/", "org.springframework"),
                    new Known("tomcat-embed-", "org/apache/", "org.apache.tomcat.embed"),
                    new Known("tomcat-embed-", "jakarta/", "org.apache.tomcat.embed"),
                    new Known("hibernate-core", "org/hibernate/", "org.hibernate.orm"),
                    new Known("byte-buddy", "net/bytebuddy/", "net.bytebuddy"),
                    new Known("micrometer-", "io/micrometer/", "io.micrometer"),
                    new Known("kotlin-", "kotlin/", "org.jetbrains.kotlin"),
                    new Known("okhttp", "okhttp3/", "com.squareup.okhttp3"),
                    new Known("okio", "okio/", "com.squareup.okio"),
                    new Known("flyway-", "org/flywaydb/", "org.flywaydb"),
                    new Known("groovy", "groovy/", "org.apache.groovy"),
                    new Known("xstream", "com/thoughtworks/xstream/", "com.thoughtworks.xstream"),
                    new Known("dom4j", "org/dom4j/", "org.dom4j"),
                    new Known("jaxen", "org/jaxen/", "jaxen"),
                    new Known("antlr4-runtime", "org/antlr/v4/", "org.antlr"),
                    new Known("liquibase-core", "liquibase/", "org.liquibase"));

    private KnownGroups() {}

    private record Known(String name, String classes, String group) {}

    static @Nullable String of(String name, Collection<String> packages) {
        for (Known each : KNOWN) {
            if (name.startsWith(each.name)
                    && packages.stream().anyMatch(folder -> folder.startsWith(each.classes))) {
                return each.group;
            }
        }
        return null;
    }
}
