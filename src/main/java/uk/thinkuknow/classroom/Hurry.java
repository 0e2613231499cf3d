package uk.thinkuknow.classroom;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * While it lasts, a database that does not answer is given up sooner than elsewhere: children are waiting, and another node
 * may be ready. A node that died stops the others for three and a half seconds at most; whoever takes longer has frozen.
 */
final class Hurry implements AutoCloseable {
    private static final int MILLIS = 4000;

    private final Connection connection;
    private final int usual;

    private Hurry(Connection connection, int usual) {
        this.connection = connection;
        this.usual = usual;
    }

    static Hurry on(Connection connection) throws SQLException {
        var hurry = new Hurry(connection, connection.getNetworkTimeout());
        connection.setNetworkTimeout(Runnable::run, MILLIS);
        return hurry;
    }

    @Override
    public void close() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, usual);
    }
}
