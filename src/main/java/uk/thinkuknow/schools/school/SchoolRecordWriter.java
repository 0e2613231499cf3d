package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;

/**
 * Writes rows of the national registers of schools to the database in batches, inside the caller's transaction. Each
 * row is the list of its column values, in order. Dated rows carry the id of the import that begins or ends them, so
 * that the import can be undone.
 */
@Singleton
public class SchoolRecordWriter {
    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final Schools schools;

    SchoolRecordWriter(DataSource database, Schools schools) {
        this.database = database;
        this.schools = schools;
    }

    /** The kinds of rows that can be inserted. KEY is the identifier by which a register knows a school. */
    public enum RecordKind {
        REGION("insert ignore into region (region_key, nation, name) values "),
        AUTHORITY("insert ignore into authority (authority_key, region_key, name) values "),
        AREA("insert into school_area (school_id, authority_key, valid_from, begun_by) values "),
        KEY("insert into school_identifier (is_key, school_id, scheme, value, valid_from, begun_by) values "),
        IDENTIFIER("insert into school_identifier (school_id, scheme, value, valid_from, begun_by) values "),
        FACT("insert into school_fact (school_id, fact, value, valid_from, begun_by) values "),
        LINK("insert into school_link (predecessor_id, successor_id, kind, linked_on, begun_by) values ");

        private final String insert;

        RecordKind(String insert) {
            this.insert = insert;
        }
    }

    /** Inserts rows; each is the values of the columns that {@code entry} names, in order. */
    public void add(RecordKind entry, List<List<@Nullable Object>> rows) {
        insert(entry.insert, rows);
    }

    /** @param columns the columns of {@code school} after its public id */
    public void addSchools(List<String> columns, List<List<@Nullable Object>> rows) {
        insert("insert into school (public_id, " + String.join(", ", columns) + ") values ", rows);
    }

    /** @param rows the values of the columns, then the id of the school */
    public void changeSchools(List<String> columns, List<List<@Nullable Object>> rows) {
        each(
                "update school set %s = ?, version = version + 1 where id = ?"
                        .formatted(String.join(" = ?, ", columns)),
                rows);
    }

    /** Ends the current areas of these schools on the given last day. */
    public void endAreas(List<Long> schools, LocalDate last, long importId) {
        each(
                "update school_area set valid_to = ?, ended_by = ? where school_id = ? and in_force = 1",
                schools.stream()
                        .map(id -> List.<@Nullable Object>of(last, importId, id))
                        .toList());
    }

    /** Ends the current identifiers of one scheme on the given last day. */
    public void endIdentifiers(String scheme, List<Long> schools, LocalDate last, long importId) {
        each(
                "update school_identifier set valid_to = ?, ended_by = ? where school_id = ? and scheme = ? and in_force = 1",
                ended(scheme, schools, last, importId));
    }

    /** Ends the current values of one fact on the given last day. */
    public void endFacts(String fact, List<Long> schools, LocalDate last, long importId) {
        each(
                "update school_fact set valid_to = ?, ended_by = ? where school_id = ? and fact = ? and in_force = 1",
                ended(fact, schools, last, importId));
    }

    /**
     * Undoes the dated rows of an import: deletes the links and other rows it began and reopens the rows it ended. The
     * schools themselves are not changed.
     */
    public void undo(long importId) {
        var number = List.of(List.<@Nullable Object>of(importId));
        each("delete from school_link where begun_by = ?", number);
        for (var table : List.of("school_area", "school_identifier", "school_fact")) {
            each("delete from " + table + " where begun_by = ?", number);
            each("update " + table + " set valid_to = null, ended_by = null where ended_by = ?", number);
        }
    }

    /** Deletes schools; a foreign key of any table that refers to one of them makes it fail. */
    public void removeSchools(List<Long> schools) {
        each(
                "delete from school where id = ?",
                schools.stream().map(id -> List.<@Nullable Object>of(id)).toList());
    }

    /** Increments the change counter, so that caches of the register reload. */
    public void noteChange() {
        schools.noteChange();
    }

    private static List<List<@Nullable Object>> ended(String kind, List<Long> schools, LocalDate last, long importId) {
        return schools.stream()
                .map(id -> List.<@Nullable Object>of(last, importId, id, kind))
                .toList();
    }

    private void insert(String sql, List<List<@Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            var row = "(" + String.join(",", Collections.nCopies(some.getFirst().size(), "?")) + ")";
            var values = new ArrayList<@Nullable Object>();
            some.forEach(values::addAll);
            each(sql + String.join(",", Collections.nCopies(some.size(), row)), List.of(values));
        }
    }

    private void each(String sql, List<? extends List<@Nullable Object>> rows) {
        Sql.run(database, connection -> Sql.batch(connection, sql, rows));
    }
}
