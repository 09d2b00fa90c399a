package bank.jianghai.mobile.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Seals that show whether a receipt was changed after it was printed. */
@Component
public class ReceiptSeal {

    /** Seal on a transfer receipt. */
    public String ofReceipt(String receipt) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(receipt.getBytes(StandardCharsets.UTF_8)));
    }

    /** Seal on a yearly statement. */
    public String ofStatement(String statement) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(statement.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean sameReceipt(String receipt, String seal) throws NoSuchAlgorithmException {
        byte[] expectedHash = ofReceipt(receipt).getBytes(StandardCharsets.US_ASCII);
        byte[] givenHash = seal.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expectedHash, givenHash);
    }

    public boolean sameStatement(String statement, String seal) throws NoSuchAlgorithmException {
        byte[] expectedHash = ofStatement(statement).getBytes(StandardCharsets.US_ASCII);
        byte[] givenHash = seal.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expectedHash, givenHash);
    }
}
