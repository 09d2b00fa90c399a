package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import dev.touchstone.contract.Fault;
import dev.touchstone.formats.BillDraft.Needs;
import dev.touchstone.formats.BillDraft.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads CycloneDX as XML: one pass that checks it against its schema and takes what a bill needs.
 */
final class XmlBill {
    private final XMLStreamReader reader;
    private final BillDraft draft = new BillDraft();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Set<String> refs = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable XmlCheck check;

    private XmlBill(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * An element that is not closed yet.
     *
     * @param part the component that it is or belongs to as a direct child or licence
     * @param needs the dependency that it is
     */
    private record Element(String name, @Nullable Part part, @Nullable Needs needs) {}

    static Bill read(Path file) throws IOException, InvalidReport {
        return XmlFile.read(file, reader -> new XmlBill(reader).read());
    }

    private Bill read() throws XMLStreamException, InvalidReport {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (check != null) check.text(reader);
                    if (!open.isEmpty() && open.peek().part() != null) {
                        text.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        if (check != null) {
            List<Fault> faults = check.end();
            if (!faults.isEmpty()) throw new InvalidReport(faults);
        }
        return draft.bill("XML");
    }

    private void start() {
        String name = reader.getLocalName();
        if (check == null) {
            draft.version = reader.getNamespaceURI().substring(XmlKind.NAMESPACE.length());
            draft.serialNumber = reader.getAttributeValue(null, "serialNumber");
            check = new XmlCheck(CycloneDx.xml(draft.version), reader);
        }
        check.start(reader);
        String ref = reader.getAttributeValue(null, "bom-ref");
        if (ref != null && !refs.add(ref))
            check.fail(reader, "uses the bom-ref \"" + ref + "\" a second time");
        text.setLength(0);
        open.push(element(name));
    }

    private Element element(String name) {
        Element parent = open.peek();
        String outer = parent == null ? "" : parent.name();
        return switch (name) {
            case "component" -> new Element(name, component(parent, outer), null);
            case "components" -> new Element(name, ofComponent(parent), null);
            case "dependency" -> new Element(name, null, dependency(parent));
            case "license", "licenses" ->
                    new Element(name, parent == null ? null : parent.part(), null);
            case "group", "name", "version", "purl", "versionRange" ->
                    new Element(
                            name,
                            outer.equals("component") || outer.equals("license")
                                    ? partOf(parent)
                                    : null,
                            null);
            case "id", "expression" ->
                    new Element(name, outer.startsWith("license") ? partOf(parent) : null, null);
            default -> new Element(name, null, null);
        };
    }

    private static @Nullable Part partOf(@Nullable Element element) {
        return element == null ? null : element.part();
    }

    private static @Nullable Part ofComponent(@Nullable Element parent) {
        return parent != null && parent.name().equals("component") ? parent.part() : null;
    }

    /** Components of tools, pedigrees and services are not parts of what the bill describes. */
    private @Nullable Part component(@Nullable Element parent, String outer) {
        boolean subject = outer.equals("metadata") && open.size() == 2;
        boolean first = outer.equals("components") && open.size() == 2;
        boolean nested = outer.equals("components") && partOf(parent) != null;
        if (!subject && !first && !nested) return null;
        Part part = new Part(XmlFile.place(reader.getLocation()));
        part.ref = reader.getAttributeValue(null, "bom-ref");
        part.type = reader.getAttributeValue(null, "type");
        if (subject) draft.subject = part;
        else draft.add(part);
        part.external = "true".equals(reader.getAttributeValue(null, "isExternal"));
        return part;
    }

    private Needs dependency(@Nullable Element parent) {
        Needs needs = new Needs(XmlFile.place(reader.getLocation()));
        needs.ref = reader.getAttributeValue(null, "ref");
        Needs above = parent == null ? null : parent.needs();
        if (above != null && needs.ref != null) above.on.add(needs.ref);
        return needs;
    }

    private void end() {
        if (check != null) check.end(reader);
        Element element = open.pop();
        Part part = element.part();
        String value = text.toString().strip();
        if (part != null) take(element.name(), part, value);
        Needs needs = element.needs();
        boolean nested = !open.isEmpty() && open.peek().needs() != null;
        if (needs != null && (!nested || !needs.on.isEmpty())) draft.add(needs);
        text.setLength(0);
    }

    private void take(String name, Part part, String value) {
        String outer = open.isEmpty() ? "" : open.peek().name();
        switch (name) {
            case "group" -> part.group = value;
            case "version" -> part.version = value;
            case "purl" -> part.purl = value;
            case "name" -> {
                if (outer.equals("component")) part.name = value;
                else part.licences.add(value);
            }
            case "id", "expression" -> part.licences.add(value);
            case "versionRange" -> {
                // The schema says this only in words: XSD 1.0 cannot express it.
                if (!part.external && check != null) {
                    check.fail(
                            reader,
                            "versionRange is only for a component with isExternal=\"true\"");
                }
            }
            default -> {}
        }
    }
}
