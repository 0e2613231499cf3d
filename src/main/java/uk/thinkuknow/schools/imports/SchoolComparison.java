package uk.thinkuknow.schools.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.schools.imports.RegisterFact.Storage;

/**
 * Compares the staged rows of an import with the stored schools, in SQL: marks each row as new, changed, closed or
 * reopened, deletes unchanged rows, and adds a row for each open school that the files do not have.
 */
final class SchoolComparison {
    private final ImportConnection sql;
    private final long importId;

    SchoolComparison(ImportConnection sql, long importId) {
        this.sql = sql;
        this.importId = importId;
    }

    /** How many schools differ; each is counted as one of the four. */
    record Counts(int fresh, int changed, int closed, int reopened) {
        int all() {
            return fresh + changed + closed + reopened;
        }
    }

    /**
     * Compares all rows.
     *
     * @param absent by scheme, the facts that the files have no column for: they stay as they are
     */
    Counts compare(Map<String, Set<RegisterFact>> absent) {
        findSchools();
        addMissing();
        absent.forEach(this::takeFromRegister);
        sql.run(
                "update school_import_row r " + register() + " set r.changes = concat_ws(',', "
                        + Arrays.stream(RegisterFact.values())
                                .map(SchoolComparison::ifChanged)
                                .collect(Collectors.joining(", "))
                        + ") where r.import_id = ? and r.act = '' and r.school_id is not null",
                importId);
        sql.run(
                "delete from school_import_row where import_id = ? and act = '' and school_id is not null and changes = ''",
                importId);
        sql.run("""
                update school_import_row r left join school_v s on s.id = r.school_id set r.act = case
                  when r.school_id is null then 'NEW'
                  when r.status = 'closed' and s.status <> 'closed' then 'CLOSED'
                  when r.status <> 'closed' and s.status = 'closed' then 'REOPENED'
                  else 'CHANGED' end
                where r.import_id = ? and r.act = ''""", importId);
        return new Counts(count("NEW"), count("CHANGED"), count("CLOSED"), count("REOPENED"));
    }

    private void findSchools() {
        sql.run("""
                update school_import_row r
                  join school_identifier_v i on i.scheme = r.scheme and i.value = r.register_key and i.is_key = 1
                set r.school_id = i.school_id where r.import_id = ?""", importId);
    }

    /** A file that was cut off at the end of a line looks whole: only the schools that it lacks show it. */
    private void addMissing() {
        sql.run("""
                insert into school_import_row (import_id, place, scheme, register_key, public_id, school_id, act, name, town,
                  postcode, status)
                select ?, last.place + row_number() over (order by s.id), i.scheme, i.value, s.public_id, s.id, 'MISSING', s.name,
                  s.town, s.postcode, s.status
                from school_identifier_v i
                  join school_v s on s.id = i.school_id
                  join (select max(place) place from school_import_row where import_id = ?) last
                  left join (select distinct school_id from school_import_row where import_id = ?) read_row
                    on read_row.school_id = s.id
                where i.is_key = 1 and s.status <> 'closed' and read_row.school_id is null
                  and i.scheme in (select scheme from school_import_row where import_id = ?)""", importId, importId, importId, importId);
    }

    private void takeFromRegister(String scheme, Set<RegisterFact> facts) {
        if (!facts.isEmpty()) {
            sql.run(
                    "update school_import_row r " + register() + " set "
                            + facts.stream()
                                    .map(fact -> "r." + fact.column() + " = " + known(fact))
                                    .collect(Collectors.joining(", "))
                            + " where r.import_id = ? and r.scheme = ? and r.act = '' and r.school_id is not null",
                    importId,
                    scheme);
        }
    }

    private int count(String act) {
        return sql.number("select count(*) from school_import_row where import_id = ? and act = ?", importId, act);
    }

    private static String ifChanged(RegisterFact fact) {
        var theirs = "r." + fact.column();
        var same = fact.kept() == Storage.SCHOOL || fact.kept() == Storage.AREA
                ? theirs + " <=> " + known(fact)
                : "coalesce(%s, '') = coalesce(%s, '')".formatted(theirs, known(fact));
        return "if(%s, null, '%s')".formatted(same, fact.column());
    }

    private static String known(RegisterFact fact) {
        return switch (fact.kept()) {
            case SCHOOL -> "s." + fact.column();
            case AREA -> "area.authority_key";
            case IDENTIFIER, FACT -> "k_" + fact.column() + ".value";
        };
    }

    /** SQL joins from a row to its school's current values. */
    private static String register() {
        var joins = new StringBuilder("""
                join school_v s on s.id = r.school_id
                left join school_area_v area on area.school_id = s.id and area.in_force = 1
                """);
        RegisterFact.in(Storage.IDENTIFIER).forEach(fact -> joins.append("""
                left join school_identifier_v k_%1$s on k_%1$s.school_id = s.id and k_%1$s.scheme = '%1$s' and k_%1$s.in_force = 1
                """.formatted(fact.column())));
        RegisterFact.in(Storage.FACT).forEach(fact -> joins.append("""
                left join school_fact_v k_%1$s on k_%1$s.school_id = s.id and k_%1$s.fact = '%1$s' and k_%1$s.in_force = 1
                """.formatted(fact.column())));
        return joins.toString();
    }
}
