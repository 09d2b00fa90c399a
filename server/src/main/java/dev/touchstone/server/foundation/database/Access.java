package dev.touchstone.server.foundation.database;

import org.postgresql.ds.PGSimpleDataSource;

/** How one role reaches one database. */
public record Access(String url, String user, String password) {

    /** The same role on another database of the same server. */
    public Access on(String database) {
        return new Access(
                url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1"), user, password);
    }

    /** Connections without a pool. */
    public PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("touchstone");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(10);
        return source;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
