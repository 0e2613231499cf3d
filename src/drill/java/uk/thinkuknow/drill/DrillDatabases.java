package uk.thinkuknow.drill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Connects a drill to its MariaDB server or to the nodes of its cluster, and compares the tables of all nodes. */
final class DrillDatabases {
    private static final int LOOKS = 10;

    /** Not CHECKSUM TABLE: that includes stale bytes in the place of virtual columns. */
    private static final String SUM_OF_EACH = """
            SELECT CONCAT('SELECT ''', table_name, ''', CONCAT(COUNT(*), '' '', IFNULL(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS('','', ',
              GROUP_CONCAT(CONCAT('IFNULL(`', column_name, '`, ''~'')') ORDER BY ordinal_position),
              ')), 16), 16, 10) AS UNSIGNED)), 0)) FROM `', table_name, '`')
            FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND extra NOT LIKE '%GENERATED%'
            GROUP BY table_name""";

    private final List<String> addresses;
    private String password;

    DrillDatabases(List<String> addresses, String password) {
        this.addresses = addresses;
        this.password = password;
    }

    /** Uses this password for new connections. */
    void use(String newPassword) {
        password = newPassword;
    }

    int count() {
        return addresses.size();
    }

    /**
     * Connects to the first node that answers a query: a restarted node accepts connections before it answers queries.
     */
    Connection first() throws SQLException {
        for (var address : addresses.subList(0, addresses.size() - 1)) {
            try {
                return answering(connect(address));
            } catch (SQLException e) {
                // try the next node
            }
        }
        return answering(connect(addresses.getLast()));
    }

    private static Connection answering(Connection database) throws SQLException {
        try (var asked = database.createStatement()) {
            asked.executeQuery("SELECT COUNT(*) FROM academic_year");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** Connects as the owner of the schema, who may alter tables; the application's user may not. */
    Connection ofOwner(String password) throws SQLException {
        return connect(addresses.getFirst(), "thinkuknow_owner", password);
    }

    /** Returns the tables that differ between nodes; compares again up to ten times, because jobs may be writing. */
    List<String> unequal() throws InterruptedException {
        var differ = new TreeSet<String>();
        for (int look = 0; look < LOOKS; look++) {
            var all = new ArrayList<Map<String, String>>();
            differ.clear();
            try {
                for (var address : addresses) {
                    all.add(checksums(address));
                }
            } catch (SQLException e) {
                differ.add("a node does not answer: " + e.getMessage());
                Thread.sleep(1000);
                continue;
            }
            for (var table : all.getFirst().keySet()) {
                if (all.stream().map(sums -> sums.get(table)).distinct().count() > 1) {
                    differ.add(table);
                }
            }
            if (differ.isEmpty()) {
                return List.of();
            }
            Thread.sleep(1000);
        }
        return List.copyOf(differ);
    }

    private Map<String, String> checksums(String address) throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var database = connect(address)) {
            database.createStatement().execute("SET group_concat_max_len = 1000000");
            var all = new StringJoiner(" UNION ALL ");
            try (var rows = database.createStatement().executeQuery(SUM_OF_EACH)) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            try (var rows = database.createStatement().executeQuery(all.toString())) {
                while (rows.next()) {
                    sums.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return sums;
    }

    private Connection connect(String address) throws SQLException {
        return connect(address, "thinkuknow", password);
    }

    private static Connection connect(String address, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                address + "&connectTimeout=3000&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                user,
                password);
    }
}
