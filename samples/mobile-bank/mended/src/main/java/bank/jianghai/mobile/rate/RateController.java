package bank.jianghai.mobile.rate;

import bank.jianghai.mobile.web.PartnerHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates, the only pages that also visitors may see. */
@RestController
public class RateController {

    private final RateClient client;
    private final RateFormula formula;
    private final RateFeedSocket ticks;
    private final PartnerHeaders headers;

    public RateController(RateClient client, RateFormula formula, RateFeedSocket ticks, PartnerHeaders headers) {
        this.client = client;
        this.formula = formula;
        this.ticks = ticks;
        this.headers = headers;
    }

    @GetMapping("/public/rates")
    public String rates(HttpServletResponse response) throws IOException {
        headers.allowForRates(response);
        return client.fetch();
    }

    @GetMapping("/public/rates/spot")
    public String spot(HttpServletResponse response) throws IOException {
        headers.allowForPayments(response);
        return ticks.lastSpot();
    }

    @GetMapping("/rates/from")
    public String from(@RequestParam String provider) throws IOException {
        return client.fetchFrom(provider);
    }

    @PostMapping("/rates/watch")
    public int watch(@RequestParam String callback) throws IOException, InterruptedException {
        return client.notifyWatcher(callback);
    }

    @GetMapping("/rates/custom")
    public BigDecimal custom(@RequestParam("formula") String text, @RequestParam BigDecimal amount) {
        return formula.custom(text, amount);
    }

    @GetMapping("/rates/standard")
    public BigDecimal standard(@RequestParam BigDecimal amount) {
        return formula.standard(amount);
    }
}
