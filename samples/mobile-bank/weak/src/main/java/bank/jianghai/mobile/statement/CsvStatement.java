package bank.jianghai.mobile.statement;

import bank.jianghai.mobile.transfer.Transfer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes transfers as CSV for spreadsheets. */
@Component
public class CsvStatement {

    /** One line per transfer. */
    public String ofTransfers(List<Transfer> transfers) {
        StringBuilder csv = new StringBuilder("date,payee,amount,purpose\r\n");
        for (Transfer transfer : transfers) {
            csv.append(transfer.bookedAt().toLocalDate()).append(',')
                    .append(transfer.payeeAccount()).append(',')
                    .append(transfer.amount().toPlainString()).append(',');
            csv.append(quoted(transfer.purpose())).append("\r\n");
        }
        return csv.toString();
    }

    /** One line per uploaded entry. */
    public String ofEntries(List<StatementEntry> entries) {
        StringBuilder csv = new StringBuilder("text,amount\r\n");
        for (StatementEntry entry : entries) {
            csv.append(quoted(asText(entry.text()))).append(',');
            csv.append(entry.amount().toPlainString()).append("\r\n");
        }
        return csv.toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A spreadsheet takes a cell that starts with one of these for a formula. */
    private static String asText(String cell) {
        if (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) {
            return "'" + cell;
        }
        return cell;
    }
}
