package bank.jianghai.mobile.statement;

import bank.jianghai.mobile.transfer.Transfer;
import bank.jianghai.mobile.transfer.TransferService;
import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements to take away, as CSV or PDF. */
@RestController
@RequestMapping("/statements")
public class StatementExportController {

    private final TransferService transfers;
    private final CsvStatement csv;
    private final PdfStatement pdf;
    private final StatementStore store;

    public StatementExportController(TransferService transfers, CsvStatement csv, PdfStatement pdf,
                                     StatementStore store) {
        this.transfers = transfers;
        this.csv = csv;
        this.pdf = pdf;
        this.store = store;
    }

    @GetMapping("/csv")
    public void csv(HttpSession session, @RequestParam long accountId, @RequestParam String fileName,
                    HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setHeader("Content-Disposition", "attachment; filename=statement-" + accountId + ".csv");
        List<Transfer> rows = transfers.history(CurrentCustomer.id(session), accountId, "booked_at");
        response.getOutputStream().write(csv.ofTransfers(rows).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/pdf")
    public void pdf(HttpSession session, @RequestParam long accountId, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=statement-" + accountId + ".pdf");
        List<Transfer> rows = transfers.history(CurrentCustomer.id(session), accountId, "booked_at");
        response.getOutputStream().write(pdf.ofTransfers("Statement of account " + accountId, rows));
    }

    @GetMapping("/printed")
    public byte[] printed(HttpSession session, @RequestParam String name) throws IOException {
        return store.read(CurrentCustomer.id(session), name);
    }

    @GetMapping("/attachment")
    public byte[] attachment(HttpSession session, @RequestParam String name) throws IOException {
        return store.readAttachment(CurrentCustomer.id(session), name);
    }

    @GetMapping("/fees")
    public String fees(@RequestParam String name) throws IOException {
        return store.readFees(name);
    }
}
