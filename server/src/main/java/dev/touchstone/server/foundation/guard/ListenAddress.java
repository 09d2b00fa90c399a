package dev.touchstone.server.foundation.guard;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Other machines are served only under a certificate. */
@Component
class ListenAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private final ServerProperties server;

    ListenAddress(ServerProperties server) {
        this.server = server;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        check(server.getAddress(), server.getSsl());
    }

    static void check(@Nullable InetAddress address, @Nullable Ssl ssl) {
        boolean onlyThisMachine = address != null && address.isLoopbackAddress();
        if (!onlyThisMachine && (ssl == null || !ssl.isEnabled() || !hasCertificate(ssl))) {
            throw new ListenRefused(address == null ? "0.0.0.0" : address.getHostAddress());
        }
    }

    private static boolean hasCertificate(Ssl ssl) {
        return ssl.getCertificate() != null || ssl.getKeyStore() != null || ssl.getBundle() != null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
