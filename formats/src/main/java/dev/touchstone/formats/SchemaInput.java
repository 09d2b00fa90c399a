package dev.touchstone.formats;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** Gives the schema that another one imports: the list of licences, always from the library. */
final class SchemaInput implements LSInput {
    private final String namespace;
    private final @Nullable String systemId;

    SchemaInput(String namespace, @Nullable String systemId) {
        this.namespace = namespace;
        this.systemId = systemId;
    }

    @Override
    public Reader getCharacterStream() {
        if (!namespace.endsWith("/spdx")) {
            throw new IllegalStateException("no schema for " + namespace);
        }
        return new StringReader(CycloneDx.textOf("spdx.xsd"));
    }

    @Override
    public @Nullable String getSystemId() {
        return systemId;
    }

    @Override
    public @Nullable InputStream getByteStream() {
        return null;
    }

    @Override
    public @Nullable String getStringData() {
        return null;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCharacterStream(Reader characterStream) {}

    @Override
    public void setByteStream(InputStream byteStream) {}

    @Override
    public void setStringData(String stringData) {}

    @Override
    public void setSystemId(String systemId) {}

    @Override
    public void setPublicId(String publicId) {}

    @Override
    public void setBaseURI(String baseUri) {}

    @Override
    public void setEncoding(String encoding) {}

    @Override
    public void setCertifiedText(boolean certifiedText) {}
}
