package uk.thinkuknow.schools.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.schools.registers.Fact.Kept;

/** Takes the rows of a dry run into the register, by sets: what is kept with dates is ended and begun, never written over. */
final class TakingIn {
    /** Where nothing older is known, a school has always lain where the register first says. */
    private static final String ALWAYS = "date '1900-01-01'";

    private static final String COLUMNS = Fact.in(Kept.SCHOOL).map(Fact::column).collect(Collectors.joining(", "));

    private final OneConnection sql;
    private final long importId;
    private final LocalDate asOf;

    TakingIn(OneConnection sql, long importId, LocalDate asOf) {
        this.sql = sql;
        this.importId = importId;
        this.asOf = asOf;
    }

    void takeIn() {
        addAreas();
        changeSchools();
        addSchools();
        date(Kept.AREA, Fact.AUTHORITY);
        List.of(Kept.IDENTIFIER, Kept.FACT).forEach(kept -> Fact.in(kept).forEach(fact -> date(kept, fact)));
        addLinks();
        noteChange(sql);
    }

    /** Whoever keeps the register in memory reads it anew. */
    static void noteChange(OneConnection sql) {
        sql.run("update school_register set changes = changes + 1");
    }

    private void addAreas() {
        sql.run("""
                insert ignore into region (region_key, nation, name)
                select distinct region_key, nation, region_name from school_import_area where import_id = ?""", importId);
        sql.run("""
                insert ignore into authority (authority_key, region_key, name)
                select authority_key, region_key, name from school_import_area where import_id = ?""", importId);
    }

    private void changeSchools() {
        sql.run(
                "insert into school_import_before (import_id, school_id, %1$s) select r.import_id, s.id, %2$s from school_import_row r join school s on s.id = r.school_id where r.import_id = ?"
                        .formatted(COLUMNS, ofSchool("s.")),
                importId);
        sql.run(
                "update school s join school_import_row r on r.school_id = s.id set %s, s.version = s.version + 1 where r.import_id = ?"
                        .formatted(Fact.in(Kept.SCHOOL)
                                .map(fact -> "s.%1$s = %2$s".formatted(fact.column(), valueOf(fact)))
                                .collect(Collectors.joining(", "))),
                importId);
    }

    private void addSchools() {
        sql.run(
                "insert into school (public_id, %s) select r.public_id, %s from school_import_row r where r.import_id = ? and r.act = 'NEW' order by r.place"
                        .formatted(
                                COLUMNS,
                                Fact.in(Kept.SCHOOL).map(TakingIn::valueOf).collect(Collectors.joining(", "))),
                importId);
        sql.run("""
                update school_import_row r join school s on s.public_id = r.public_id set r.school_id = s.id
                where r.import_id = ? and r.act = 'NEW'""", importId);
        sql.run("""
                insert into school_identifier (school_id, scheme, value, is_key, valid_from, begun_by)
                select school_id, scheme, register_key, 1, coalesce(least(opened_on, ?), date '1900-01-01'), import_id
                from school_import_row where import_id = ? and act = 'NEW'""", asOf, importId);
    }

    /** Ends what held of a school until the file's day and begins what holds from then on. */
    private void date(Kept kept, Fact fact) {
        var table = Comparing.tableOf(kept);
        var isArea = kept == Kept.AREA;
        var kind = isArea ? "" : " and k.%s = '%s'".formatted(Comparing.kindColumn(kept), fact.column());
        sql.run("""
                update %s k join school_import_row r on r.school_id = k.school_id and k.in_force = 1%s
                set k.valid_to = ? - interval 1 day, k.ended_by = r.import_id
                where r.import_id = ? and r.act <> 'NEW' and find_in_set('%s', r.changes)""".formatted(table, kind, fact.column()), asOf, importId);
        var since = isArea ? ALWAYS : "coalesce(least(r.opened_on, ?), " + ALWAYS + ")";
        var insert = """
                insert into %1$s (school_id, %2$s, valid_from, begun_by)
                select r.school_id, %3$s r.%4$s, if(r.act = 'NEW', %5$s, ?), r.import_id
                from school_import_row r
                where r.import_id = ? and coalesce(r.%4$s, '') <> '' and (r.act = 'NEW' or find_in_set('%4$s', r.changes))""".formatted(
                        table,
                        isArea ? "authority_key" : Comparing.kindColumn(kept) + ", value",
                        isArea ? "" : "'" + fact.column() + "',",
                        fact.column(),
                        since);
        if (isArea) {
            sql.run(insert, asOf, importId);
        } else {
            sql.run(insert, asOf, asOf, importId);
        }
    }

    private void addLinks() {
        sql.run("""
                insert into school_link (predecessor_id, successor_id, kind, linked_on, begun_by)
                select p.school_id, n.school_id, l.kind, l.linked_on, l.import_id
                from school_import_link l
                  join school_identifier p on p.scheme = 'urn' and p.value = l.predecessor and p.is_key = 1
                  join school_identifier n on n.scheme = 'urn' and n.value = l.successor and n.is_key = 1
                where l.import_id = ?""", importId);
    }

    private static String valueOf(Fact fact) {
        return fact.atMost() > 0 ? "coalesce(r.%s, '')".formatted(fact.column()) : "r." + fact.column();
    }

    private static String ofSchool(String alias) {
        return Fact.in(Kept.SCHOOL).map(fact -> alias + fact.column()).collect(Collectors.joining(", "));
    }
}
