package uk.thinkuknow.schools.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.imports.RegisterFact.Storage;
import uk.thinkuknow.schools.school.SchoolRecordWriter;
import uk.thinkuknow.schools.school.SchoolRecordWriter.RecordKind;

/**
 * Applies a dry run: writes its staged rows to the school tables. Where a value has dates (area, identifier, fact), the
 * old row ends and a new row begins; the other columns of a school are overwritten, after a copy for the undo.
 */
final class ImportApplier {
    /** The first day of a new school's area, for which no earlier value is known. */
    private static final String ALWAYS = "date '1900-01-01'";

    static final List<String> COLUMNS =
            RegisterFact.in(Storage.SCHOOL).map(RegisterFact::column).toList();

    private final ImportConnection sql;
    private final SchoolRecordWriter entries;
    private final long importId;
    private final LocalDate asOf;

    ImportApplier(ImportConnection sql, SchoolRecordWriter entries, long importId, LocalDate asOf) {
        this.sql = sql;
        this.entries = entries;
        this.importId = importId;
        this.asOf = asOf;
    }

    void apply() {
        addAreas();
        changeSchools();
        addSchools();
        for (var fact : RegisterFact.values()) {
            if (fact.kept() != Storage.SCHOOL) {
                date(fact);
            }
        }
        addLinks();
        entries.noteChange();
    }

    private void addAreas() {
        entries.add(RecordKind.REGION, rows("""
                select distinct region_key, nation, region_name from school_import_area where import_id = ?""", importId));
        entries.add(RecordKind.AUTHORITY, rows("""
                select authority_key, region_key, name from school_import_area where import_id = ?""", importId));
    }

    private void changeSchools() {
        sql.run(
                "insert into school_import_before (import_id, school_id, %1$s) select r.import_id, s.id, %2$s from school_import_row r join school_v s on s.id = r.school_id where r.import_id = ? and r.act <> 'MISSING'"
                        .formatted(String.join(", ", COLUMNS), ofSchool("s.")),
                importId);
        entries.changeSchools(
                COLUMNS,
                rows(
                        "select " + values()
                                + ", r.school_id from school_import_row r where r.import_id = ? and r.act <> 'MISSING' and r.school_id is not null",
                        importId));
    }

    private void addSchools() {
        entries.addSchools(
                COLUMNS,
                rows(
                        "select r.public_id, " + values()
                                + " from school_import_row r where r.import_id = ? and r.act = 'NEW' order by r.place",
                        importId));
        sql.run("""
                update school_import_row r join school_v s on s.public_id = r.public_id set r.school_id = s.id
                where r.import_id = ? and r.act = 'NEW'""", importId);
        entries.add(RecordKind.KEY, rows("""
                select 1, school_id, scheme, register_key, coalesce(least(opened_on, ?), date '1900-01-01'), import_id
                from school_import_row where import_id = ? and act = 'NEW'""", asOf, importId));
    }

    /**
     * Ends the changed values of a fact on the day before the file's day, and begins the new values on the file's day.
     * The values of a new school begin on its opening day, if that is earlier, and its area has no known beginning.
     */
    private void date(RegisterFact fact) {
        var column = fact.column();
        var ended = sql.list("""
                        select school_id from school_import_row
                        where import_id = ? and act <> 'NEW' and find_in_set(?, changes)""", row -> row.getLong(1), importId, column);
        var last = asOf.minusDays(1);
        var begun = """
                select r.school_id, %2$s r.%1$s, if(r.act = 'NEW', %3$s, ?), r.import_id
                from school_import_row r
                where r.import_id = ? and coalesce(r.%1$s, '') <> '' and (r.act = 'NEW' or find_in_set('%1$s', r.changes))""";
        var kind = "'" + column + "',";
        var opened = "coalesce(least(r.opened_on, ?), " + ALWAYS + ")";
        switch (fact.kept()) {
            case AREA -> {
                entries.endAreas(ended, last, importId);
                entries.add(RecordKind.AREA, rows(begun.formatted(column, "", ALWAYS), asOf, importId));
            }
            case IDENTIFIER -> {
                entries.endIdentifiers(column, ended, last, importId);
                entries.add(RecordKind.IDENTIFIER, rows(begun.formatted(column, kind, opened), asOf, asOf, importId));
            }
            case FACT -> {
                entries.endFacts(column, ended, last, importId);
                entries.add(RecordKind.FACT, rows(begun.formatted(column, kind, opened), asOf, asOf, importId));
            }
            case SCHOOL -> throw new IllegalArgumentException(column + " has no dates");
        }
    }

    private void addLinks() {
        entries.add(RecordKind.LINK, rows("""
                select p.school_id, n.school_id, l.kind, l.linked_on, l.import_id
                from school_import_link l
                  join school_identifier_v p on p.scheme = 'urn' and p.value = l.predecessor and p.is_key = 1
                  join school_identifier_v n on n.scheme = 'urn' and n.value = l.successor and n.is_key = 1
                where l.import_id = ?""", importId));
    }

    private List<List<@Nullable Object>> rows(String select, Object... parameters) {
        return rows(sql, select, parameters);
    }

    static List<List<@Nullable Object>> rows(ImportConnection sql, String select, Object... parameters) {
        return sql.list(
                select,
                row -> {
                    var values = new ArrayList<@Nullable Object>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getObject(i));
                    }
                    return values;
                },
                parameters);
    }

    private static String values() {
        return RegisterFact.in(Storage.SCHOOL).map(ImportApplier::valueOf).collect(Collectors.joining(", "));
    }

    private static String valueOf(RegisterFact fact) {
        return fact.atMost() > 0 ? "coalesce(r.%s, '')".formatted(fact.column()) : "r." + fact.column();
    }

    private static String ofSchool(String alias) {
        return RegisterFact.in(Storage.SCHOOL)
                .map(fact -> alias + fact.column())
                .collect(Collectors.joining(", "));
    }
}
