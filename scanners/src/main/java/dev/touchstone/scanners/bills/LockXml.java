package dev.touchstone.scanners.bills;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML of a project; no DTD is read and no external entity is resolved. */
final class LockXml {
    private static final WstxInputFactory FACTORY = factory();

    private LockXml() {}

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 200);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1 << 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        return factory;
    }

    static XMLStreamReader open(byte[] content) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    static String place(XMLStreamReader reader) {
        return place(reader.getLocation());
    }

    private static String place(Location location) {
        return location == null
                ? "1:1"
                : Math.max(1, location.getLineNumber())
                        + ":"
                        + Math.max(1, location.getColumnNumber());
    }

    static MalformedLock malformed(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        return new MalformedLock(
                place(broken.getLocation()),
                "is not XML: " + message.lines().findFirst().orElse(message));
    }
}
