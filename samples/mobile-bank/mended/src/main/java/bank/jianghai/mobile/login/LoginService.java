package bank.jianghai.mobile.login;

import bank.jianghai.mobile.login.CredentialRepository.Credential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks passwords and sets the first one. */
@Service
public class LoginService {

    private static final int MIN_LENGTH = 12;

    private final CredentialRepository credentials;
    private final PasswordHasher hasher;
    private final OneTimeCodes codes;

    public LoginService(CredentialRepository credentials, PasswordHasher hasher, OneTimeCodes codes) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.codes = codes;
    }

    public boolean activate(String username, String activationCode, String password)
            throws GeneralSecurityException {
        if (password.length() < MIN_LENGTH) {
            return false;
        }
        byte[] salt = codes.salt();
        return credentials.activate(username, activationCode, HexFormat.of().formatHex(salt),
                hasher.hash(password, salt));
    }

    public Optional<Credential> check(String username, String password) throws GeneralSecurityException {
        Optional<Credential> found = credentials.find(username);
        // An unknown name costs the same time as a known one.
        byte[] salt = found.map(c -> HexFormat.of().parseHex(c.salt())).orElseGet(codes::salt);
        byte[] given = hasher.hash(password, salt).getBytes(StandardCharsets.US_ASCII);
        byte[] stored = found.map(Credential::hash).orElse("").getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, stored) ? found : Optional.empty();
    }
}
