package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** The one door to PostgreSQL's COPY; takes part in the current transaction. */
@Component
public final class Copy {

    private final DataSource source;

    public Copy(DataSource source) {
        this.source = source;
    }

    /** Writes rows one after the other. */
    @FunctionalInterface
    public interface RowSource {
        void writeTo(CopyRows rows);
    }

    /**
     * Copies rows into a table in the binary format: the methods of {@link CopyRows} must meet the
     * types of the columns exactly.
     *
     * @return the number of rows
     */
    public long into(String table, List<String> columns, RowSource rows) {
        var sql =
                "COPY %s (%s) FROM STDIN (FORMAT binary)"
                        .formatted(table, String.join(", ", columns));
        return work(
                sql,
                postgres -> {
                    var copy = postgres.getCopyAPI().copyIn(sql);
                    try {
                        var writer = new CopyRows(target(copy), columns.size());
                        rows.writeTo(writer);
                        writer.finish();
                        return copy.endCopy();
                    } finally {
                        if (copy.isActive()) {
                            copy.cancelCopy();
                        }
                    }
                });
    }

    /** Runs a {@code COPY … FROM STDIN} whose bytes are ready. */
    public long read(String sql, InputStream bytes) {
        return work(sql, postgres -> postgres.getCopyAPI().copyIn(sql, bytes, 1 << 16));
    }

    /** Runs a {@code COPY … TO STDOUT}. */
    public long write(String sql, OutputStream bytes) {
        return work(sql, postgres -> postgres.getCopyAPI().copyOut(sql, bytes));
    }

    private static CopyRows.Target target(CopyIn copy) {
        return (bytes, length) -> {
            try {
                copy.writeToCopy(bytes, 0, length);
            } catch (SQLException cause) {
                throw new CopyFailed(cause);
            }
        };
    }

    private interface Work {
        long with(PGConnection connection) throws SQLException, IOException;
    }

    private long work(String sql, Work work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return work.with(connection.unwrap(PGConnection.class));
        } catch (CopyFailed failed) {
            throw translated(sql, failed.cause());
        } catch (SQLException cause) {
            throw translated(sql, cause);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static RuntimeException translated(String sql, SQLException cause) {
        var translated = new SQLStateSQLExceptionTranslator().translate("COPY", sql, cause);
        return translated != null ? translated : new IllegalStateException(sql, cause);
    }

    /** Carries the driver's failure through code that does not declare it. */
    private static final class CopyFailed extends RuntimeException {
        private final SQLException sql;

        CopyFailed(SQLException sql) {
            super(sql);
            this.sql = sql;
        }

        SQLException cause() {
            return sql;
        }
    }
}
