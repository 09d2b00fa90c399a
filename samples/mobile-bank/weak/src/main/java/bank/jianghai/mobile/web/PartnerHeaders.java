package bank.jianghai.mobile.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Cross-origin headers for the pages that partners show inside their own sites. */
@Component
public class PartnerHeaders {

    private static final String PARTNER_ORIGIN = "https://pay.jianghai.example";

    /** For the public rate table. */
    public void allowForRates(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
    }

    /** For the payment status page. */
    public void allowForPayments(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", PARTNER_ORIGIN);
        response.setHeader("Vary", "Origin");
    }
}
