package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the older {@code packages.config} of NuGet. */
final class NuGetConfig implements LockReader {

    @Override
    public boolean reads(String path) {
        return LockFile.nameOf(path).equals("packages.config");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        LockDraft draft = new LockDraft("nuget");
        try {
            XMLStreamReader reader = LockXml.open(file.content());
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT
                        || !reader.getLocalName().equals("package")) {
                    continue;
                }
                String id = reader.getAttributeValue(null, "id");
                String version = reader.getAttributeValue(null, "version");
                if (id == null || version == null) {
                    draft.note(LockXml.place(reader) + ": a package lacks id or version");
                    continue;
                }
                boolean developers =
                        "true".equals(reader.getAttributeValue(null, "developmentDependency"));
                draft.add(null, id, version)
                        .scope(developers ? Scope.EXCLUDED : Scope.REQUIRED)
                        .property("framework", reader.getAttributeValue(null, "targetFramework"));
            }
        } catch (XMLStreamException broken) {
            throw LockXml.malformed(broken);
        }
        return draft.flat(file, "packages.config", "list of packages");
    }
}
