package bank.jianghai.mobile.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Wraps card data for the card processor. */
@RestController
@RequestMapping("/cards")
public class CardController {

    private final CardCipher cipher;
    private final CardKeys keys;

    public CardController(CardCipher cipher, CardKeys keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    @PostMapping("/number")
    public String number(@RequestParam String number) throws GeneralSecurityException {
        byte[] clear = number.getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(cipher.encryptNumber(clear, keys.numberKey()));
    }

    @PostMapping("/holder")
    public String holder(@RequestParam String holder) throws GeneralSecurityException {
        byte[] clear = holder.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(cipher.encryptHolder(clear, keys.holderKey()));
    }

    @PostMapping("/expiry")
    public String expiry(@RequestParam String expiry) throws GeneralSecurityException {
        byte[] clear = expiry.getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(cipher.encryptExpiry(clear, keys.holderKey()));
    }
}
