package dev.touchstone.formats;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens an XML file for one pass; no DTD is read and no external entity is ever resolved. */
final class XmlFile {
    private static final WstxInputFactory FACTORY = factory();

    private XmlFile() {}

    /** One pass over the file. */
    interface Pass<T> {
        T over(XMLStreamReader reader) throws XMLStreamException, InvalidReport;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Lazy parsing would throw broken XML as an unchecked exception, wherever it is met first.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, JsonFile.MOST_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, JsonFile.MOST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        return factory;
    }

    static <T> T read(Path file, Pass<T> pass) throws IOException, InvalidReport {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return pass.over(FACTORY.createXMLStreamReader(in));
        } catch (TooMuch stopped) {
            throw stopped.refusal();
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException unreadable) {
                throw InvalidReport.at(
                        place(broken.getLocation()), "cannot be decoded: " + firstLine(unreadable));
            }
            throw InvalidReport.at(place(broken.getLocation()), "is not XML: " + firstLine(broken));
        }
    }

    static String place(Location location) {
        if (location == null) return "1:1";
        return Math.max(1, location.getLineNumber())
                + ":"
                + Math.max(1, location.getColumnNumber());
    }

    /** The parser adds its place on a second line. */
    private static String firstLine(Exception exception) {
        String message = exception.getMessage();
        if (message == null) return exception.getClass().getSimpleName();
        return Texts.title(message.lines().findFirst().orElse(message));
    }
}
