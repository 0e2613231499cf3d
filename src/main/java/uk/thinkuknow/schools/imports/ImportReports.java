package uk.thinkuknow.schools.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.UpcomingBookings;

/** Queries the details of a dry run: refused rows, notices, and the schools that are new, change, close or reopen. */
@Singleton
class ImportReports {
    private final DataSource database;
    private final UpcomingBookings booked;
    private final SuccessionService succession;

    ImportReports(DataSource database, UpcomingBookings booked, SuccessionService succession) {
        this.database = database;
        this.booked = booked;
        this.succession = succession;
    }

    /** A refused row, numbered as in the file; the headings are row 1. */
    record Refusal(String file, int row, String why) {}

    /** A school that an import changes, and how; {@code publicId} is empty for a new one. */
    record Affected(String publicId, String name, String where, String number, String what) {}

    List<Refusal> refusals(SchoolImport of, int atMost) {
        return ask(
                "select file, file_row, why from school_import_refusal where import_id = ? order by id limit ?",
                row -> new Refusal(row.getString(1), row.getInt(2), row.getString(3)),
                of.id(),
                atMost);
    }

    /** Notices about the file as a whole. */
    List<String> notices(SchoolImport of) {
        var notices = new ArrayList<String>();
        if (of.counts().changeNothing() && of.counts().refused() == 0) {
            notices.add(Words.of("imports.nothingChanged"));
        }
        int missing = missing(of);
        if (missing > 0) {
            notices.add(Words.of("imports.missing", missing));
        }
        if (!of.source().absent().isEmpty()) {
            notices.add(Words.of("imports.notInFile", of.source().absent()));
        }
        return notices;
    }

    /** How many open schools the files do not have, of the registers they come from. */
    int missing(SchoolImport of) {
        return ask(
                        "select count(*) from school_import_row where import_id = ? and act = 'MISSING'",
                        row -> row.getInt(1),
                        of.id())
                .getFirst();
    }

    /** How often each fact changes at schools that exist, most frequent first: "298 number of pupils, 51 name". */
    String changes(SchoolImport of) {
        var columns = new LinkedHashMap<String, String>();
        for (var fact : RegisterFact.values()) {
            columns.merge(
                    fact.words(),
                    "find_in_set('" + fact.column() + "', changes) > 0",
                    (one, other) -> one + " or " + other);
        }
        var sums = columns.values().stream()
                .map(test -> "coalesce(sum(" + test + "), 0)")
                .collect(Collectors.joining(", "));
        var counted = ask(
                        "select " + sums + " from school_import_row where import_id = ? and act <> 'NEW'",
                        row -> {
                            var counts = new LinkedHashMap<String, Integer>();
                            int at = 1;
                            for (var words : columns.keySet()) {
                                counts.put(words, row.getInt(at++));
                            }
                            return counts;
                        },
                        of.id())
                .getFirst();
        return counted.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(each -> Words.of("imports.changesOf", each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
    }

    /**
     * The first schools of one act, by name, each with what changes; for a school that closes, its successors.
     *
     * @param act NEW, CHANGED, CLOSED, REOPENED or MISSING
     */
    List<Affected> schools(SchoolImport of, String act, int atMost) {
        return ask(
                """
                select coalesce(s.public_id, ''), r.name, r.town, r.postcode, upper(r.scheme), r.register_key, r.changes,
                  (select group_concat(distinct coalesce(n.name, l.successor) separator ' and ')
                     from school_import_link l
                       left join school_identifier_v i on i.scheme = 'urn' and i.value = l.successor and i.is_key = 1
                       left join school_import_row n on n.import_id = l.import_id and n.school_id = i.school_id
                     where l.import_id = r.import_id and l.predecessor = r.register_key)
                from school_import_row r left join school_v s on s.id = r.school_id
                where r.import_id = ? and r.act = ? order by r.name, r.place limit ?""",
                row -> new Affected(
                        row.getString(1),
                        row.getString(2),
                        place(row.getString(3), row.getString(4)),
                        numbered(row.getString(5), row.getString(6)),
                        act.equals("CLOSED")
                                ? row.getString(8) == null ? "" : Words.of("imports.followedBy", row.getString(8))
                                : act.equals("NEW") ? "" : inWords(row.getString(7))),
                of.id(),
                act,
                atMost);
    }

    /** The first schools that hand over to a successor once the dry run is applied, those with classes first. */
    List<Affected> handOvers(SchoolImport of, int atMost) {
        try (var sql = new ImportConnection(database)) {
            var withClasses = Set.copyOf(sql.list("""
                    select distinct i.value from class_group_v c join school_identifier_v i on i.school_id = c.school_id
                    where i.scheme = 'urn' and i.is_key = 1""", row -> row.getString(1)));
            var links = sql.list(
                    "select predecessor, successor, kind, linked_on from school_import_link where import_id = ?",
                    row -> new LinkRow(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            ImportConnection.day(row, "linked_on"),
                            false),
                    of.id());
            return new LinkResolver(sql, of.id(), succession.notEmptied())
                    .of(links).succeeded().entrySet().stream()
                            .sorted(Comparator.comparing(
                                            (Map.Entry<String, String> each) -> !withClasses.contains(each.getKey()))
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(atMost)
                            .map(each -> handOver(sql, of.id(), each.getKey(), each.getValue()))
                            .toList();
        }
    }

    private static Affected handOver(ImportConnection sql, long importId, String from, String to) {
        return named(
                sql,
                importId,
                from,
                Words.of("imports.handsOverTo", named(sql, importId, to, "").name()));
    }

    private static Affected named(ImportConnection sql, long importId, String urn, String what) {
        return sql.first(
                        """
                        select s.public_id, s.name, s.town, s.postcode, 1 from school_identifier_v i join school_v s on s.id = i.school_id
                        where i.scheme = 'urn' and i.is_key = 1 and i.value = ?
                        union all select '', name, town, postcode, 2 from school_import_row
                        where import_id = ? and scheme = 'urn' and register_key = ? order by 5""",
                        row -> new Affected(
                                row.getString(1),
                                row.getString(2),
                                place(row.getString(3), row.getString(4)),
                                numbered("URN", urn),
                                what),
                        urn,
                        importId,
                        urn)
                .orElseThrow();
    }

    /** The schools whose age range changes, with the old range. */
    List<Affected> ages(SchoolImport of, int atMost) {
        return ask(
                """
                select s.public_id, r.name, r.town, r.postcode, upper(r.scheme), r.register_key,
                  concat(coalesce(if(b.school_id is null, s.lowest_age, b.lowest_age), '?'), ' to ', coalesce(if(b.school_id is null, s.highest_age, b.highest_age), '?')),
                  concat(coalesce(r.lowest_age, '?'), ' to ', coalesce(r.highest_age, '?'))
                from school_import_row r join school_v s on s.id = r.school_id
                  left join school_import_before b on b.import_id = r.import_id and b.school_id = s.id
                where r.import_id = ? and (find_in_set('lowest_age', r.changes) or find_in_set('highest_age', r.changes))
                order by r.name, r.place limit ?""",
                row -> new Affected(
                        row.getString(1),
                        row.getString(2),
                        place(row.getString(3), row.getString(4)),
                        numbered(row.getString(5), row.getString(6)),
                        Words.of("imports.agesWere", row.getString(8), row.getString(7))),
                of.id(),
                atMost);
    }

    /** The schools that the import closes and that have upcoming bookings. */
    List<Affected> booked(SchoolImport of) {
        var ahead = booked.bySchool();
        return ask(
                        """
                        select r.school_id, s.public_id, r.name, r.town, r.postcode, upper(r.scheme), r.register_key,
                          coalesce(
                            nullif((select count(*) from school_import_link l where l.import_id = r.import_id and l.predecessor = r.register_key), 0),
                            (select count(*) from school_link_v k where k.predecessor_id = r.school_id))
                        from school_import_row r join school_v s on s.id = r.school_id
                        where r.import_id = ? and r.act = 'CLOSED' order by r.name""",
                        row -> {
                            var bookings = ahead.get(row.getLong(1));
                            return bookings == null
                                    ? List.<Affected>of()
                                    : List.of(new Affected(
                                            row.getString(2),
                                            row.getString(3),
                                            place(row.getString(4), row.getString(5)),
                                            numbered(row.getString(6), row.getString(7)),
                                            Words.of(
                                                    switch (row.getInt(8)) {
                                                        case 0 -> "imports.bookingsAlone";
                                                        case 1 -> "imports.bookingsMoved";
                                                        default -> "imports.bookingsStay";
                                                    },
                                                    bookings.bookings())));
                        },
                        of.id())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String place(String town, String postcode) {
        return Words.of("imports.place", town, postcode);
    }

    private static String numbered(String scheme, String number) {
        return Words.of("imports.numbered", scheme, number);
    }

    private static String inWords(String changes) {
        return java.util.Arrays.stream(changes.split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> RegisterFact.valueOf(each.toUpperCase(java.util.Locale.ROOT))
                        .words())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private <T> List<T> ask(String question, Sql.RowMapper<T> read, Object... values) {
        try (var sql = new ImportConnection(database)) {
            return sql.list(question, read, values);
        }
    }
}
