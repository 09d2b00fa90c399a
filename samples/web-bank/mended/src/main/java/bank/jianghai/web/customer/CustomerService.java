package bank.jianghai.web.customer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class CustomerService {

    private static final Logger log = LoggerFactory.getLogger(CustomerService.class);

    void register(Registration registration) {
        log.info("register {} with identity card {}", registration.login(), masked(registration.idCard()));
        log.debug("phone=" + masked(registration.phone()));
        log.info("set password of {}", registration.login());
        log.info("{} accepted the terms", registration.login());
    }

    void pay(Card card, long cents) {
        log.info("pay {} with card {}", cents, card.lastFour());
        log.warn("check failed: {}", card.lastFour());
        log.info("card holder known");
        log.info("cardCount={}", 1);
    }

    void signedIn(String login, String sessionToken, String mail) {
        log.info("session for {}", login);
        log.error("mail to {} not sent", masked(mail));
        log.info("password changed for {}", login);
    }

    private static String masked(String value) {
        return value.isEmpty() ? "" : value.charAt(0) + "***";
    }

    record Registration(String login, String idCard, String phone, String password) {}

    record Card(String number, String holder, String cvv) {

        String lastFour() {
            return number.substring(number.length() - 4);
        }
    }
}
