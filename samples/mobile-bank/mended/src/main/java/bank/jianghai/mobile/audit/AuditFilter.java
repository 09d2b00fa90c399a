package bank.jianghai.mobile.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Filters that auditors save on their own device and load again. */
@Component
public class AuditFilter {

    /** Reads the filter of the desktop tool. */
    public String readDesktop(InputStream file) throws IOException {
        return readWeb(file);
    }

    /** Reads the filter of the web tool. */
    public String readWeb(InputStream file) throws IOException {
        Properties values = new Properties();
        values.load(file);
        return values.getProperty("kind", "");
    }
}
