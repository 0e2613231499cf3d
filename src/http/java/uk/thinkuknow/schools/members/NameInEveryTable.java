package uk.thinkuknow.schools.members;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.HeldTable;

/**
 * Writes a person's name into every table that can hold one, and finds the columns of the whole database that contain a
 * text.
 */
public record NameInEveryTable(DataSource database, String name, String username, String email) {
    /** Tables into which the test writes through the product. */
    private static final Set<String> NOT_BY_HAND =
            Set.of("staff", "former_name", "audit_entry", "account_order", "professional");

    /** Tables from which the database user may delete nothing. */
    private static final Set<String> FOR_GOOD = Set.of("retention_run");

    /** Other columns that a row of the table needs to be valid. */
    private static final Map<String, Map<String, String>> VALID = Map.ofEntries(
            Map.entry("school_import", Map.of("state", "DROPPED")),
            Map.entry("letter", Map.of("state", "SENT")),
            Map.entry("invitation", Map.of("role", "trainer")),
            Map.entry("booking", Map.of("minutes", "30")),
            Map.entry("worry", Map.of("state", "CLOSED", "closed_at", "2026-01-01")),
            Map.entry("welsh_drafts", Map.of("id", "1")),
            Map.entry("public_figures", Map.of("id", "1")),
            Map.entry("target_change", Map.of("state", "PROPOSED")),
            Map.entry("return_change", Map.of("state", "WAITING")),
            Map.entry("lesson_withdrawal", Map.of("state", "RESTORED")),
            Map.entry("own_day_span", Map.of("weekdays", "EVERY_DAY")),
            Map.entry("training_event", Map.of("venue", "here", "minutes", "60", "places", "9")));

    /**
     * Adds a row to each table with columns for the name, username, address or words about the person, and fills all of
     * them.
     */
    public void write() throws SQLException {
        everyPlace((table, columns) -> {
            columns.putAll(VALID.getOrDefault(table, Map.of()));
            return (FOR_GOOD.contains(table) ? "insert" : "replace") + " into `" + table + "` ("
                    + columns.keySet().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "))
                    + ") values ('"
                    + columns.values().stream()
                            .map(each -> each.replace("'", "''"))
                            .collect(Collectors.joining("', '"))
                    + "')";
        });
    }

    /** Deletes the rows added by {@link #write}, after the erasure. */
    public void takeBack() throws SQLException {
        everyPlace((table, columns) -> FOR_GOOD.contains(table)
                ? "do 0"
                : "delete from `" + table + "` where concat_ws(' ', `"
                        + String.join("`, `", columns.keySet())
                        + "`) regexp 'erased-[a-z0-9]+@|said Former member of staff'"
                        + " or concat_ws(' ', `" + String.join("`, `", columns.keySet())
                        + "`) like 'Former member of staff%'");
    }

    private void everyPlace(BiFunction<String, Map<String, String>, String> sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement();
                var asked = db.createStatement()) {
            var before = asked.executeQuery("select @@sql_mode");
            before.next();
            statement.execute("set foreign_key_checks = 0, check_constraint_checks = 0, sql_mode = ''");
            try {
                for (var table : HeldTable.ALL.entrySet()) {
                    var columns = columnsOf(table.getValue());
                    if (!columns.isEmpty() && !NOT_BY_HAND.contains(table.getKey())) {
                        statement.executeUpdate(sql.apply(table.getKey(), columns));
                    }
                }
            } finally {
                statement.execute("set foreign_key_checks = 1, check_constraint_checks = 1, sql_mode = '"
                        + before.getString(1) + "'");
            }
        }
    }

    private Map<String, String> columnsOf(HeldTable table) {
        var columns = new LinkedHashMap<String, String>();
        put(columns, table.names(), name);
        put(columns, table.usernames(), username);
        put(columns, table.emails(), email);
        put(columns, table.words(), "said " + name + ", " + email + " and more");
        columns.computeIfPresent("html_body", (column, words) -> words.replace("'", "&#39;"));
        columns.computeIfPresent("recipient", (column, words) -> "somebody.else@school.example");
        return columns;
    }

    private static void put(Map<String, String> columns, @Nullable List<String> some, String value) {
        if (some != null) {
            some.forEach(column -> columns.put(column, value));
        }
    }

    /** The text columns of the whole database that contain the text, as table.column. */
    public List<String> whereIs(String words) throws SQLException {
        var found = new TreeSet<String>();
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var columns = asked.executeQuery("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = database() and t.table_type = 'BASE TABLE'
                          and c.data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'blob', 'mediumblob', 'longblob', 'varbinary')
                        """)) {
            while (columns.next()) {
                var table = columns.getString(1);
                var column = columns.getString(2);
                try (var select = db.prepareStatement("select count(*) from `" + table + "` where instr(lower(convert(`"
                        + column + "` using utf8mb4)), lower(?)) > 0 or instr(convert(`" + column
                        + "` using utf8mb4), ?) > 0")) {
                    select.setString(1, words);
                    select.setString(2, words.replace("'", "&#39;"));
                    var rows = select.executeQuery();
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table + "." + column);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
