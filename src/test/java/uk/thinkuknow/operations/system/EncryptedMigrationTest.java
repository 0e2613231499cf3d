package uk.thinkuknow.operations.system;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How the address for changes of the schema says that it is encrypted. */
class EncryptedMigrationTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://db/thinkuknow, jdbc:mariadb://db/thinkuknow?sslMode=verify-full",
        "jdbc:mariadb://db/thinkuknow?a=b, jdbc:mariadb://db/thinkuknow?a=b&sslMode=verify-full",
        "jdbc:mariadb://db/thinkuknow?sslMode=disable, jdbc:mariadb://db/thinkuknow?sslMode=disable",
    })
    void theAddressOfTheDatabaseDecidesOtherwiseItIsEncrypted(String url, String used) {
        assertEquals(used, EncryptedMigration.withMode(url, "verify-full"));
    }
}
