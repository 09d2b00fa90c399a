package bank.jianghai.mobile.audit;

import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the auditors use. */
@RestController
@RequestMapping("/audit")
public class AuditController {

    private final AuditRepository events;
    private final AuditSnapshot snapshots;
    private final AuditFilter filters;
    private final AuditLog log;

    public AuditController(AuditRepository events, AuditSnapshot snapshots, AuditFilter filters, AuditLog log) {
        this.events = events;
        this.snapshots = snapshots;
        this.filters = filters;
        this.log = log;
    }

    @PostMapping("/events")
    public void upload(@RequestParam MultipartFile file) throws IOException, ClassNotFoundException, SQLException {
        try (InputStream in = file.getInputStream()) {
            events.add(snapshots.readEvent(in));
        }
    }

    @PostMapping("/events/fields")
    public void uploadFields(@RequestParam MultipartFile file) throws IOException, SQLException {
        try (InputStream in = file.getInputStream()) {
            events.add(snapshots.readFields(in));
        }
    }

    @PostMapping("/mark")
    public int mark(@RequestParam String kind, @RequestParam String status) throws SQLException {
        return events.mark(kind, status);
    }

    @PostMapping("/close")
    public int close(HttpSession session) throws SQLException {
        return events.close(CurrentCustomer.id(session));
    }

    @PostMapping("/filter")
    public String filter(@RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return filters.readDesktop(in);
        }
    }

    @PostMapping("/comment")
    public void comment(HttpSession session, @RequestParam String text) {
        log.commented(CurrentCustomer.id(session), text);
    }

    @PostMapping("/search")
    public void search(HttpSession session, @RequestParam String text) {
        log.searched(CurrentCustomer.id(session), text);
    }

    @GetMapping("/protocol")
    public String protocol(HttpSession session, @RequestParam String layout) {
        return log.protocolLine(layout, CurrentCustomer.id(session));
    }

    @GetMapping("/summary")
    public String summary(HttpSession session, @RequestParam String branch) {
        return log.summaryLine(branch, CurrentCustomer.id(session));
    }
}
