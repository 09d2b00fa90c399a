package dev.touchstone.server.foundation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class PagesTest {

    private static final Resource FOLDER = new ClassPathResource("pages/");

    @Test
    void everyAddressOfTheInterfaceOpensItsFirstPage() throws IOException {
        assertThat(served("")).isEqualTo("index.html");
        assertThat(served("applications/MBANK")).isEqualTo("index.html");
        assertThat(served("findings/MBANK-F-4817")).isEqualTo("index.html");
        assertThat(served("assets/app.css")).isEqualTo("app.css");
    }

    @Test
    void whatIsNoPageIsNotFound() throws IOException {
        assertThat(served("assets/gone.js")).isNull();
        assertThat(served("api/v1/nothing")).isNull();
        assertThat(served("actuator/env")).isNull();
        assertThat(served("../logback.xml")).isNull();
    }

    private static String served(String path) throws IOException {
        Resource found = new Pages.FirstPage().getResource(path, FOLDER);
        return found == null ? null : found.getFilename();
    }
}
