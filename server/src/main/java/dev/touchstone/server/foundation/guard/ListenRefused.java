package dev.touchstone.server.foundation.guard;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The server was told to listen to other machines and has no certificate. */
final class ListenRefused extends RuntimeException {

    private static final String ACTION =
            "Name a certificate: server.ssl.certificate and server.ssl.certificate-private-key (PEM), "
                    + "or server.ssl.key-store and server.ssl.key-store-password (PKCS#12). "
                    + "Or leave server.address at 127.0.0.1 and put your own TLS proxy before it.";

    ListenRefused(String address) {
        super(
                "The server was told to listen on %s without a certificate, so passwords and findings would cross the network in the clear."
                        .formatted(address));
    }

    /** Says it in plain words instead of a stack trace. */
    static final class Analysis extends AbstractFailureAnalyzer<ListenRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable root, ListenRefused cause) {
            return new FailureAnalysis(cause.getMessage(), ACTION, cause);
        }
    }
}
