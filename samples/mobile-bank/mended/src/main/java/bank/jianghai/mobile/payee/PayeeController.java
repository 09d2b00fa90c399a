package bank.jianghai.mobile.payee;

import bank.jianghai.mobile.statement.CamtDocumentReader;
import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Payee query. */
@RestController
@RequestMapping("/payees")
public class PayeeController {

    private final PayeeRepository payees;
    private final PayeeRegister register;
    private final PayeeNameRules rules;
    private final CamtDocumentReader documents;

    public PayeeController(PayeeRepository payees, PayeeRegister register, PayeeNameRules rules,
                           CamtDocumentReader documents) {
        this.payees = payees;
        this.register = register;
        this.rules = rules;
        this.documents = documents;
    }

    @GetMapping
    public List<Payee> find(HttpSession session, @RequestParam(defaultValue = "") String name) {
        return payees.findByName(CurrentCustomer.id(session), name);
    }

    @GetMapping("/by-account")
    public List<Payee> findByAccount(HttpSession session, @RequestParam String account) {
        return payees.findByAccount(CurrentCustomer.id(session), account);
    }

    @GetMapping("/issuer")
    public String issuer(@RequestParam String name)
            throws IOException, SAXException, ParserConfigurationException, XPathExpressionException {
        return register.accountOf(load(), name);
    }

    @GetMapping("/issuer-name")
    public String issuerName(@RequestParam String account)
            throws IOException, SAXException, ParserConfigurationException, XPathExpressionException {
        return register.nameOf(load(), account);
    }

    /** Snippet that the app shows under the name field. */
    @GetMapping(path = "/hint", produces = MediaType.TEXT_HTML_VALUE)
    public String hint(@RequestParam String name) {
        String kind = rules.isCompany(name) ? "company" : "person";
        return "<p>" + HtmlUtils.htmlEscape(name) + " looks like a " + kind + ".</p>";
    }

    /** Snippet that the app shows under the city field. */
    @GetMapping(path = "/city-hint", produces = MediaType.TEXT_HTML_VALUE)
    public String cityHint(@RequestParam String city) {
        return "<p>" + HtmlUtils.htmlEscape(city) + " has a branch of ours.</p>";
    }

    private Document load() throws IOException, SAXException, ParserConfigurationException {
        try (InputStream file = new ClassPathResource("issuers.xml").getInputStream()) {
            return documents.readSettlement(file);
        }
    }
}
