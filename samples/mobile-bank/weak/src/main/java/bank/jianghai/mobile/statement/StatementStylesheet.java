package bank.jianghai.mobile.statement;

import java.io.InputStream;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.springframework.stereotype.Component;

/** Turns statement XML into indented text for the preview. */
@Component
public class StatementStylesheet {

    /** Preview of an upload before it is booked. */
    public String previewUpload(InputStream upload) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        Transformer transformer = factory.newTransformer();
        StringWriter text = new StringWriter();
        transformer.transform(new StreamSource(upload), new StreamResult(text));
        return text.toString();
    }

    /** Preview of a partner bank's file. */
    public String previewSettlement(InputStream file) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        Transformer transformer = factory.newTransformer();
        StringWriter text = new StringWriter();
        transformer.transform(new StreamSource(file), new StreamResult(text));
        return text.toString();
    }
}
