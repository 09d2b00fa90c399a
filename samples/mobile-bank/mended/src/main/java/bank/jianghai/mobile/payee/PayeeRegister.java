package bank.jianghai.mobile.payee;

import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** Looks payees up in the register of bill issuers, an XML file from the clearing house. */
@Component
public class PayeeRegister {

    /** The account of a bill issuer by its name. */
    public String accountOf(Document register, String issuer) throws XPathExpressionException {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setXPathVariableResolver(variable -> "issuer".equals(variable.getLocalPart()) ? issuer : null);
        return xpath.evaluate("/register/issuer[@name=$issuer]/account/text()", register);
    }

    /** The name of a bill issuer by its account. */
    public String nameOf(Document register, String account) throws XPathExpressionException {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setXPathVariableResolver(variable -> "account".equals(variable.getLocalPart()) ? account : null);
        return xpath.evaluate("/register/issuer[account=$account]/@name", register);
    }
}
