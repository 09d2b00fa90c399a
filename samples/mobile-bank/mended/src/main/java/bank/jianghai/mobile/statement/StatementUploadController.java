package bank.jianghai.mobile.statement;

import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.TransformerException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xml.sax.SAXException;

/** Takes in statements of other banks, as XML, PDF, photo or a zip of them. */
@RestController
@RequestMapping("/statements/upload")
public class StatementUploadController {

    private final StatementStore store;
    private final StatementPackage packages;
    private final CamtDocumentReader documents;
    private final CamtEntryReader entries;
    private final StatementStylesheet stylesheet;
    private final StatementTextExtractor extractor;

    public StatementUploadController(StatementStore store, StatementPackage packages, CamtDocumentReader documents,
                                     CamtEntryReader entries, StatementStylesheet stylesheet,
                                     StatementTextExtractor extractor) {
        this.store = store;
        this.packages = packages;
        this.documents = documents;
        this.entries = entries;
        this.stylesheet = stylesheet;
        this.extractor = extractor;
    }

    @PostMapping("/file")
    public String file(HttpSession session, @RequestParam MultipartFile file) throws IOException {
        String name = file.getResource().getFilename();
        try (InputStream in = file.getInputStream()) {
            return store.save(CurrentCustomer.id(session), name == null ? "unnamed" : name, in);
        }
    }

    @PostMapping("/photo")
    public String photo(HttpSession session, @RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return store.savePhoto(CurrentCustomer.id(session), in);
        }
    }

    @PostMapping("/month")
    public int month(HttpSession session, @RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return packages.unpackMonth(CurrentCustomer.id(session), in);
        }
    }

    @PostMapping("/attachments")
    public int attachments(HttpSession session, @RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return packages.unpackAttachments(CurrentCustomer.id(session), in);
        }
    }

    @PostMapping("/owner")
    public String owner(@RequestParam MultipartFile file)
            throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = file.getInputStream()) {
            return documents.readUpload(in).getDocumentElement().getLocalName();
        }
    }

    @PostMapping("/entries")
    public List<StatementEntry> entries(@RequestParam MultipartFile file) throws IOException, XMLStreamException {
        try (InputStream in = file.getInputStream()) {
            return entries.readUpload(in);
        }
    }

    @PostMapping(path = "/preview", produces = MediaType.TEXT_PLAIN_VALUE)
    public String preview(@RequestParam MultipartFile file) throws IOException, TransformerException {
        try (InputStream in = file.getInputStream()) {
            return stylesheet.previewUpload(in);
        }
    }

    @PostMapping(path = "/text", produces = MediaType.TEXT_PLAIN_VALUE)
    public String text(HttpSession session, @RequestParam String name) throws IOException {
        return extractor.extract(CurrentCustomer.id(session), name);
    }
}
