package bank.jianghai.mobile.statement;

import bank.jianghai.mobile.web.NotFoundException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps uploaded and printed statements on disk. */
@Component
public class StatementStore {

    private final File folder;
    private final Path root;
    private final Path fees;

    public StatementStore(@Value("${bank.files}") File folder) throws IOException {
        this.folder = folder;
        this.root = folder.toPath().toAbsolutePath().normalize();
        this.fees = Files.createDirectories(root.resolve("fees"));
    }

    /** Reads a printed statement. */
    public byte[] read(long customerId, String name) throws IOException {
        return Files.readAllBytes(inside(folderOf(customerId), name));
    }

    /** Reads a scanned attachment. */
    public byte[] readAttachment(long customerId, String name) throws IOException {
        Path own = folderOf(customerId);
        Path file = own.resolve(name).normalize();
        if (!file.startsWith(own)) {
            throw new NotFoundException("no such attachment");
        }
        return Files.readAllBytes(file);
    }

    /** Reads a fee table. */
    public String readFees(String name) throws IOException {
        return Files.readString(inside(fees, name));
    }

    /** Keeps an uploaded statement under the name that the customer's device gave it. */
    public String save(long customerId, String originalName, InputStream content) throws IOException {
        Path target = inside(folderOf(customerId), originalName);
        try (OutputStream out = Files.newOutputStream(target)) {
            content.transferTo(out);
        }
        return target.getFileName().toString();
    }

    /** Keeps an uploaded photo under a name of our own. */
    public String savePhoto(long customerId, InputStream content) throws IOException {
        String name = UUID.randomUUID() + ".jpg";
        try (OutputStream out = Files.newOutputStream(folderOf(customerId).resolve(name))) {
            content.transferTo(out);
        }
        return name;
    }

    /** The folder that belongs to one customer. */
    public Path folderOf(long customerId) throws IOException {
        return Files.createDirectories(root.resolve("c" + customerId));
    }

    private static Path inside(Path parent, String name) {
        Path file = parent.resolve(name).normalize();
        if (!file.startsWith(parent) || file.equals(parent)) {
            throw new NotFoundException("no such file");
        }
        return file;
    }
}
