package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Refusal;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id; at most two hashes at once, for each takes 19 MiB and a core. */
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore places = new Semaphore(2, true);
    private final String hashOfNobody =
            argon2.encode("the password of an account that is not there");

    /**
     * @throws Refusal.Invalid when the password breaks a rule
     */
    void check(String field, String login, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refusal.Invalid(
                    field,
                    "The password has %d characters; it needs %d to %d. Choose another.",
                    password.length(),
                    SHORTEST,
                    LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            throw new Refusal.Invalid(
                    field,
                    "The password contains the login, so it is easy to guess. Choose another.");
        }
        if (password.chars().distinct().count() < 5) {
            throw new Refusal.Invalid(
                    field,
                    "The password has fewer than 5 different characters, so it is easy to guess. Choose another.");
        }
    }

    String hash(String password) {
        return inPlace(() -> argon2.encode(password));
    }

    /** Takes as long for an account without a password as for one with. */
    boolean matches(String password, @Nullable String hash) {
        boolean matches =
                inPlace(() -> argon2.matches(password, hash == null ? hashOfNobody : hash));
        return matches && hash != null;
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new Refusal.Unavailable(
                        "Too many people sign in at once, and each password takes time to check. Try again in a minute.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("The server is stopping. Try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
