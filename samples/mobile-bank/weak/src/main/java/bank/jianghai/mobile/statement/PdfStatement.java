package bank.jianghai.mobile.statement;

import bank.jianghai.mobile.transfer.Transfer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a one-page PDF with the last transfers; enough for the app, without a PDF library. */
@Component
public class PdfStatement {

    private static final int LINES_PER_PAGE = 48;

    public byte[] ofTransfers(String title, List<Transfer> transfers) {
        StringBuilder page = new StringBuilder("BT /F1 10 Tf 14 TL 50 790 Td\n");
        page.append('(').append(escape(title)).append(") Tj T* T*\n");
        for (Transfer transfer : transfers.subList(0, Math.min(LINES_PER_PAGE, transfers.size()))) {
            String line = transfer.bookedAt().toLocalDate() + "  " + transfer.payeeAccount() + "  "
                    + transfer.amount().toPlainString() + "  " + transfer.purpose();
            page.append('(').append(escape(line)).append(") Tj T*\n");
        }
        page.append("ET");
        return assemble(page.toString());
    }

    private static byte[] assemble(String page) {
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        objects.add("<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");

        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(pdf, "%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            String offset = "0000000000" + pdf.size();
            table.append(offset.substring(offset.length() - 10)).append(" 00000 n \n");
            write(pdf, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int start = pdf.size();
        write(pdf, "xref\n0 " + (objects.size() + 1) + "\n" + table);
        write(pdf, "trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void write(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
