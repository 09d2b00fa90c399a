package dev.touchstone.server.foundation.access;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Under which address people reach the platform: {@code touchstone.url}, or where it listens. */
@Component
class PublicAddress {

    private final Environment settings;

    PublicAddress(Environment settings) {
        this.settings = settings;
    }

    String of(String path) {
        String told = settings.getProperty("touchstone.url", "");
        return (told.isBlank() ? whereItListens() : told.replaceAll("/+$", "")) + path;
    }

    private String whereItListens() {
        boolean tls =
                settings.containsProperty("server.ssl.certificate")
                        || settings.containsProperty("server.ssl.key-store")
                        || settings.containsProperty("server.ssl.bundle");
        String port =
                settings.getProperty(
                        "local.server.port", settings.getProperty("server.port", "8080"));
        return "%s://%s:%s"
                .formatted(
                        tls ? "https" : "http",
                        settings.getProperty("server.address", "127.0.0.1"),
                        port);
    }
}
