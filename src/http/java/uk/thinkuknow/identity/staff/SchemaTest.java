package uk.thinkuknow.identity.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.RetentionRule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that data.yaml describes every table and every text column of 60 characters or more, and that no table about
 * children has a column that identifies a child.
 */
@QuarkusTest
class SchemaTest {
    /** Words that column names may not contain between underscores. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(^|_)(name|names|firstname|forename|given|surname|lastname|family|nickname|initials|pupil|child|student|dob|birth|born|birthday"
                    + "|age|gender|sex|pronoun|email|mail|phone|mobile|tel|address|ip|ips|agent|fingerprint|cookie|postcode|street|home"
                    + "|upn|uln|nhs|photo|image|face|voice|location|latitude|longitude|lat|lon|ethnicity|religion|faith|sen|send|ehcp|fsm|meals"
                    + "|disability|health|language|parent|carer|guardian|sibling|username|user|account|login|password)(_|$)");

    /** Text columns shorter than this hold codes and keys. */
    private static final int WORDS_FROM = 60;

    @Inject
    AgroalDataSource database;

    @Inject
    @io.quarkus.agroal.DataSource("reports")
    AgroalDataSource reports;

    @Inject
    @All
    List<RetentionRule> rules;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void dataYamlHasEveryTableAndNothingElse() throws SQLException {
        assertEquals(ask("""
                        select table_name from information_schema.tables
                        where table_schema = database() and table_type = 'BASE TABLE'"""), new TreeSet<>(HeldTable.ALL.keySet()));
    }

    /** MariaDB writes times in the zone of a connection, which would else be that of its machine. Here both are UTC. */
    @Test
    void everyConnectionIsInUtc() throws SQLException {
        for (var each : List.of(database, reports)) {
            var asked = each.getConfiguration()
                    .connectionPoolConfiguration()
                    .connectionFactoryConfiguration()
                    .jdbcProperties();
            assertEquals("UTC", asked.getProperty("connectionTimeZone"));
            assertEquals("true", asked.getProperty("forceConnectionTimeZoneToSession"));
            try (var connection = each.getConnection();
                    var statement = connection.createStatement();
                    var zone = statement.executeQuery(
                            "select @@session.time_zone, timestampdiff(minute, utc_timestamp(), current_timestamp())")) {
                assertTrue(zone.next());
                assertTrue(Set.of("UTC", "+00:00").contains(zone.getString(1)), zone.getString(1));
                assertEquals(0, zone.getInt(2));
            }
        }
    }

    @Test
    void everyViewIsNamedAfterATable() throws SQLException {
        var without = ask("select table_name from information_schema.views where table_schema = database()");
        without.removeIf(view ->
                view.endsWith("_v") && HeldTable.ALL.containsKey(view.substring(0, view.length() - "_v".length())));
        assertEquals(new TreeSet<>(), without);
    }

    @Test
    void everyTableHasADescriptionAndEitherARuleThatDeletesItOrWordsForHowLongItIsKept() {
        var keys = rules.stream().map(rule -> rule.terms().key()).collect(Collectors.toSet());
        var without = new TreeSet<String>();
        HeldTable.ALL.forEach((table, held) -> {
            var byRule = held.rule() != null && keys.contains(held.rule());
            if (byRule == (held.kept() != null) || held.what().isBlank()) {
                without.add(table);
            }
        });
        assertEquals(new TreeSet<>(), without);
    }

    /** The application's user does not see triggers. */
    @Test
    void whatMustStayIsKeptByTheseTriggers() throws SQLException {
        try (var db = DriverManager.getConnection(url, owner, password)) {
            assertEquals(
                    new TreeSet<>(List.of(
                            "tr_adjustment_no_delete",
                            "tr_adjustment_no_update",
                            "tr_audit_entry_no_delete",
                            "tr_audit_entry_only_erased",
                            "tr_audit_erasure_no_delete",
                            "tr_audit_erasure_no_update",
                            "tr_audit_seal_no_delete",
                            "tr_audit_seal_no_update",
                            "tr_brief_no_delete",
                            "tr_brief_no_update",
                            "tr_closed_class_no_delete",
                            "tr_closed_class_no_update",
                            "tr_closed_family_no_delete",
                            "tr_closed_family_no_update",
                            "tr_closed_home_no_delete",
                            "tr_closed_home_no_update",
                            "tr_closed_link_no_delete",
                            "tr_closed_link_no_update",
                            "tr_closed_period_figures",
                            "tr_closed_period_no_delete",
                            "tr_closed_place_no_delete",
                            "tr_closed_place_no_update",
                            "tr_lesson_file_no_update",
                            "tr_module_version_content",
                            "tr_module_version_file_no_delete",
                            "tr_module_version_file_no_update",
                            "tr_public_edition_no_delete",
                            "tr_public_edition_no_update",
                            "tr_signed_return_no_delete",
                            "tr_signed_return_no_move",
                            "tr_training_mark_no_delete",
                            "tr_training_mark_no_update",
                            "tr_worry_no_delete")),
                    ask(
                            db,
                            "select trigger_name from information_schema.triggers where trigger_schema = database()"
                                    + " and action_statement like '%SIGNAL%'"));
        }
    }

    @Test
    void noTableOfChildrenHasAColumnThatIdentifiesAChild() throws SQLException {
        var found = new TreeSet<String>();
        for (var column : ask(
                "select concat(table_name, '.', column_name) from information_schema.columns where table_schema = database()")) {
            var table = HeldTable.ALL.get(column.split("\\.")[0]);
            var name = column.split("\\.")[1];
            // only the name of the person who read a worry is kept
            if (table != null
                    && isOfChildren(table)
                    && isForbidden(name)
                    && table.columnsOfStaff().noneMatch(name::equals)) {
                found.add(column);
            }
        }
        found.removeAll(Set.of("figure_heads.name", "coverage_school.name", "coverage_school.meals"));
        assertEquals(
                new TreeSet<>(), found, "a class's or a school's name, and its share of free meals, are no child's");
    }

    @Test
    void aClassIsNotRemovedWhileATableHasItUnlessItsSessionKeepsItOrTheTableIsDerived() throws SQLException {
        var free = ask("""
                select c.table_name from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = database() and t.table_type = 'BASE TABLE' and c.column_name = 'class_id'
                  and not exists (select 1 from information_schema.key_column_usage k where k.table_schema = c.table_schema
                    and k.table_name = c.table_name and k.column_name = c.column_name and k.referenced_table_name is not null)""");
        var ofASession = Set.of("head_count", "mark", "register_section", "seat");
        var derived = Set.of(
                "class_time",
                "class_total",
                "class_week",
                "closed_class",
                "closed_home",
                "counted_class",
                "figure_heads");
        assertEquals(union(ofASession, derived), free);
    }

    @Test
    void everyTableWithASchoolFollowsItToItsSuccessorOrSaysWhatWasAtTheClosedSchool() throws SQLException {
        var followed = Set.of(
                "booking",
                "class_group",
                "own_day_span",
                "safeguarding_lead",
                "school_domain",
                "session",
                "staff",
                "staff_school",
                "worry",
                "worry_contact");
        var withdrawnOrRefused = Set.of("invitation", "school_claim");
        var ofTheRegisters = Set.of(
                "class_move",
                "school_area",
                "school_fact",
                "school_identifier",
                "school_import_before",
                "school_import_row",
                "school_roll",
                "school_succession");
        var signedThere = Set.of(
                "return_line",
                "superseded_line",
                "waiting_line",
                "waiting_return",
                "closed_class",
                "closed_family",
                "closed_home",
                "closed_place");
        var derived = Set.of(
                "class_total", "class_week", "counted_school", "coverage_leavers", "coverage_school", "school_total");
        var madeThere = Set.of("roll_over");
        assertEquals(union(followed, withdrawnOrRefused, ofTheRegisters, signedThere, derived, madeThere), ask("""
                select distinct c.table_name from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = database() and t.table_type = 'BASE TABLE'
                  and c.column_name in ('school_id', 'from_school', 'to_school')"""));
    }

    @SafeVarargs
    private static TreeSet<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theScanFindsForbiddenColumnNamesAndNoOthers() {
        for (var name : List.of(
                "name", "child_name", "dob", "date_of_birth", "email", "ip", "client_ip", "address", "gender", "upn")) {
            assertTrue(isForbidden(name), name);
        }
        for (var name : List.of("card_number", "steps_seen", "recipe", "shipped_at", "named_a_low")) {
            assertTrue(!isForbidden(name), name);
        }
    }

    @Test
    void dataYamlSaysOfEveryTextColumnOf60CharactersOrMoreWhetherItMayNameStaff() throws SQLException {
        var declared = new TreeSet<String>();
        HeldTable.ALL.forEach((table, held) -> Stream.concat(held.columnsOfStaff(), HeldTable.each(held.plain()))
                .forEach(column -> declared.add(table + "." + column)));
        var there = ask("""
                select concat(c.table_name, '.', c.column_name) from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = database() and t.table_type = 'BASE TABLE'
                  and c.data_type in ('varchar', 'text', 'mediumtext', 'longtext') and c.character_maximum_length >= %d""".formatted(WORDS_FROM));
        var unsaid = new TreeSet<>(there);
        unsaid.removeAll(declared);
        assertEquals(new TreeSet<>(), unsaid);
        declared.removeAll(
                ask(
                        "select concat(table_name, '.', column_name) from information_schema.columns where table_schema = database()"));
        assertEquals(new TreeSet<>(), declared, "columns that are not there");
    }

    private static boolean isOfChildren(HeldTable table) {
        return table.kind() == HeldTable.Kind.child || table.kind() == HeldTable.Kind.counting;
    }

    private static boolean isForbidden(String column) {
        return FORBIDDEN.matcher(column).find();
    }

    private TreeSet<String> ask(String sql) throws SQLException {
        try (var db = database.getConnection()) {
            return ask(db, sql);
        }
    }

    private static TreeSet<String> ask(Connection db, String sql) throws SQLException {
        try (var asked = db.createStatement();
                var rows = asked.executeQuery(sql)) {
            var found = new TreeSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
