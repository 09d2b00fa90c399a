package dev.touchstone.formats;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells XML formats apart by the document's element. */
final class XmlKind {
    static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    private XmlKind() {}

    static ReportFormat detect(Path file) throws IOException, InvalidReport {
        return XmlFile.read(file, XmlKind::detect);
    }

    private static ReportFormat detect(XMLStreamReader reader)
            throws XMLStreamException, InvalidReport {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw InvalidReport.at(
                        XmlFile.place(reader.getLocation()),
                        "declares a document type; for safety none is read. Remove <!DOCTYPE …>");
            }
        }
        String namespace = reader.getNamespaceURI();
        String name = reader.getLocalName();
        if (namespace != null && namespace.startsWith(NAMESPACE) && name.equals("bom")) {
            String version = namespace.substring(NAMESPACE.length());
            if (JsonKind.CYCLONEDX_VERSIONS.contains(version)) return ReportFormat.CYCLONEDX_XML;
            throw Formats.notRead("CycloneDX %s XML".formatted(Texts.title(version)));
        }
        throw Formats.notRead(
                switch (name) {
                    case "bom" -> "CycloneDX XML without its namespace";
                    case "BugCollection" -> "SpotBugs' own XML; use its option -sarif";
                    case "testsuite", "testsuites" -> "a JUnit test report";
                    case "checkstyle" -> "Checkstyle XML";
                    case "RDF" -> "SPDX RDF";
                    case "html" -> "a web page";
                    default -> "XML of no known format";
                });
    }
}
