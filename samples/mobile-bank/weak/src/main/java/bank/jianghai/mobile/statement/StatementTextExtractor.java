package bank.jianghai.mobile.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Gets the text out of PDF statements with the tool that the operations team installs. */
@Component
public class StatementTextExtractor {

    private final StatementStore store;

    public StatementTextExtractor(StatementStore store) {
        this.store = store;
    }

    /** Text of a stored statement. */
    public String extract(long customerId, String name) throws IOException {
        String[] command = {"sh", "-c", "pdftotext -layout '" + name + "' -"};
        Process process = Runtime.getRuntime().exec(command, null, store.folderOf(customerId).toFile());
        return output(process);
    }

    /** Text of an upload that is not stored yet. */
    public String extractUpload(byte[] pdf) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("pdftotext", "-layout", "-", "-");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(pdf);
        }
        return output(process);
    }

    private static String output(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
