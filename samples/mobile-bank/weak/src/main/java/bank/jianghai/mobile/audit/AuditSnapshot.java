package bank.jianghai.mobile.audit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import org.springframework.stereotype.Component;

/** Reads snapshots that the branches send at night. */
@Component
public class AuditSnapshot {

    /** An event as a branch serialised it. */
    public AuditEvent readEvent(InputStream upload) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(upload)) {
            return (AuditEvent) in.readObject();
        }
    }

    /** An event field by field. */
    public AuditEvent readFields(InputStream upload) throws IOException {
        try (DataInputStream in = new DataInputStream(upload)) {
            long customerId = in.readLong();
            return new AuditEvent(customerId, in.readUTF(), in.readUTF());
        }
    }
}
