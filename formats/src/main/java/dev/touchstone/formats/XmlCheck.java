package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** Holds a document against its schema while it streams by. */
final class XmlCheck {
    private static final int MOST_FAULTS = 50;

    private final ValidatorHandler handler;
    private final List<Fault> faults = new ArrayList<>();
    private String place = "1:1";

    XmlCheck(Schema schema, XMLStreamReader reader) {
        handler = schema.newValidatorHandler();
        handler.setErrorHandler(new Faults());
        place = XmlFile.place(reader.getLocation());
        run(handler::startDocument);
    }

    private final class Faults implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) {
            add(String.valueOf(exception.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException exception) {
            add(String.valueOf(exception.getMessage()));
        }
    }

    /** A step of validation. */
    private interface Step {
        void run() throws SAXException;
    }

    private void run(Step step) {
        try {
            step.run();
        } catch (SAXException broken) {
            add(String.valueOf(broken.getMessage()));
        }
    }

    private void add(String message) {
        if (faults.size() < MOST_FAULTS)
            faults.add(Fault.error(place, Texts.clean(withoutCode(message), Texts.MOST_ID)));
    }

    /** Xerces puts a code such as {@code cvc-complex-type.2.4.a: } before its sentence. */
    private static String withoutCode(String message) {
        int colon = message.indexOf(": ");
        return colon > 0 && message.startsWith("cvc-") ? message.substring(colon + 2) : message;
    }

    void fail(XMLStreamReader reader, String message) {
        place = XmlFile.place(reader.getLocation());
        add(message);
    }

    void start(XMLStreamReader reader) {
        place = XmlFile.place(reader.getLocation());
        run(
                () -> {
                    for (int i = 0; i < reader.getNamespaceCount(); i++) {
                        handler.startPrefixMapping(
                                orEmpty(reader.getNamespacePrefix(i)),
                                orEmpty(reader.getNamespaceURI(i)));
                    }
                    AttributesImpl attributes = new AttributesImpl();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        String name = reader.getAttributeLocalName(i);
                        String prefix = orEmpty(reader.getAttributePrefix(i));
                        attributes.addAttribute(
                                orEmpty(reader.getAttributeNamespace(i)),
                                name,
                                prefix.isEmpty() ? name : prefix + ":" + name,
                                "CDATA",
                                reader.getAttributeValue(i));
                    }
                    handler.startElement(
                            orEmpty(reader.getNamespaceURI()),
                            reader.getLocalName(),
                            qualified(reader),
                            attributes);
                });
    }

    void text(XMLStreamReader reader) {
        place = XmlFile.place(reader.getLocation());
        run(
                () ->
                        handler.characters(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                reader.getTextLength()));
    }

    void end(XMLStreamReader reader) {
        place = XmlFile.place(reader.getLocation());
        run(
                () ->
                        handler.endElement(
                                orEmpty(reader.getNamespaceURI()),
                                reader.getLocalName(),
                                qualified(reader)));
    }

    /** What does not fit; empty when all fits. */
    List<Fault> end() {
        run(handler::endDocument);
        return faults;
    }

    private static String qualified(XMLStreamReader reader) {
        String prefix = orEmpty(reader.getPrefix());
        return prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
