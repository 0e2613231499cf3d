package uk.thinkuknow.common;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.Driver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatabaseErrorsTest {
    @Test
    void aPoolThatHasNoConnectionInTimeSaysThatTheDatabaseIsUnreachable() throws SQLException, IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(connections -> connections
                                .maxSize(1)
                                .acquisitionTimeout(Duration.ofMillis(200))
                                .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(Driver.class)
                                        .jdbcUrl("jdbc:mariadb://127.0.0.1:" + silent.getLocalPort()
                                                + "/any?connectTimeout=2000&socketTimeout=2000"))))) {
            var thrown = assertThrows(SQLException.class, pool::getConnection);
            assertTrue(DatabaseErrors.isUnreachable(new IllegalStateException(thrown)));
            assertFalse(DatabaseErrors.isConnectionLost(thrown), "nothing was sent, so nothing has to be tried again");
        }
    }

    @Test
    void aNodeThatIsCutOffFromTheOthersWhileItCommitsIsLost() {
        var said = new SQLException("provider status: Not connected to Primary Component", "HY000", 1180);
        assertTrue(DatabaseErrors.isConnectionLost(new IllegalStateException(said)));
        assertFalse(RetryOnConflict.isRetryable(said), "the commit may have taken effect");
    }

    @Test
    void aDatabaseThatRefusesAStatementIsReached() {
        assertFalse(DatabaseErrors.isUnreachable(new SQLException("no such table", "42S02", 1146)));
        assertFalse(DatabaseErrors.isUnreachable(new IllegalStateException("not of the database")));
    }
}
