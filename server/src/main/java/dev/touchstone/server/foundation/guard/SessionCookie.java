package dev.touchstone.server.foundation.guard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseCookie;

/** The cookie of a session, and the token against forged requests that belongs to it. */
public final class SessionCookie {

    public static final String NAME = "TOUCHSTONE_SESSION";
    public static final String CSRF_HEADER = "X-CSRF-TOKEN";

    private SessionCookie() {}

    /** Opens a session in the browser. */
    public static ResponseCookie of(String secret, boolean secure) {
        return ResponseCookie.from(NAME, secret)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .build();
    }

    /** Ends a session in the browser. */
    public static ResponseCookie ended(boolean secure) {
        return ResponseCookie.from(NAME, "")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(0)
                .build();
    }

    public static Optional<String> secret(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (NAME.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Follows from the session's secret, so no node has to remember it. */
    public static String csrfToken(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] token = mac.doFinal("touchstone csrf".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(token);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
