package bank.jianghai.mobile.statement;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/** Reads the entries of a statement one after the other, for files too large for a tree. */
@Component
public class CamtEntryReader {

    /** Entries of an uploaded statement. */
    public List<StatementEntry> readUpload(InputStream upload) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(upload);
        return collect(reader);
    }

    /** Entries of a partner bank's file. */
    public List<StatementEntry> readSettlement(InputStream file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(file);
        return collect(reader);
    }

    private static List<StatementEntry> collect(XMLStreamReader reader) throws XMLStreamException {
        List<StatementEntry> entries = new ArrayList<>();
        String text = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if ("AddtlNtryInf".equals(reader.getLocalName())) {
                text = reader.getElementText();
            } else if ("Amt".equals(reader.getLocalName())) {
                entries.add(new StatementEntry(text, new BigDecimal(reader.getElementText().strip())));
                text = "";
            }
        }
        return entries;
    }
}
