package bank.jianghai.mobile.payee;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which names may be saved. */
@Component
public class PayeeNameRules {

    private static final int MAX_LENGTH = 120;

    public boolean isCompany(String name) {
        Pattern words = Pattern.compile("^(([A-Za-z0-9])+.?)+ (Ltd|Co|Inc)$");
        return words.matcher(name).matches();
    }

    public boolean isPerson(String name) {
        Pattern words = Pattern.compile("^[A-Za-z][A-Za-z .'-]{0,119}$");
        return name.length() <= MAX_LENGTH && words.matcher(name).matches();
    }
}
