package uk.thinkuknow.schools.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** Inserts the parsed schools of an import into its staging tables, in batches of 500. */
final class StagingWriter {
    private static final int AT_ONCE = 500;
    private static final List<String> FIXED = List.of("import_id", "place", "scheme", "register_key", "public_id");
    private static final List<RegisterFact> FACTS = List.of(RegisterFact.values());
    private static final String INSERT = "insert into school_import_row ("
            + Stream.concat(FIXED.stream(), FACTS.stream().map(RegisterFact::column))
                    .collect(Collectors.joining(", "))
            + ") values ";
    private static final String ROW =
            "(" + String.join(",", Collections.nCopies(FIXED.size() + FACTS.size(), "?")) + ")";

    private final ImportConnection sql;
    private final long importId;
    private final Map<String, String> regionOf = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<@Nullable Object> waiting = new ArrayList<>();
    private int place;

    StagingWriter(ImportConnection sql, long importId) {
        this.sql = sql;
        this.importId = importId;
        sql.list(
                "select authority_key, region_key from authority_v authority",
                row -> regionOf.put(row.getString(1), row.getString(2)));
    }

    /**
     * Stages a school.
     *
     * @throws RowRefused if the files have it already
     */
    void add(SchoolRow row) {
        if (!seen.add(row.scheme() + " " + row.key())) {
            throw new RowRefused("imports.rowTwice", row.scheme(), row.key());
        }
        var facts = row.facts();
        facts.put(RegisterFact.AUTHORITY, authorityKey(row.authority()));
        waiting.addAll(List.of(
                importId, place++, row.scheme(), row.key(), PublicId.draw().value()));
        FACTS.forEach(fact -> waiting.add(facts.get(fact)));
        if (place % AT_ONCE == 0) {
            flush();
        }
    }

    int rows() {
        return place;
    }

    void flush() {
        int rows = waiting.size() / (FIXED.size() + FACTS.size());
        if (rows > 0) {
            sql.run(INSERT + String.join(",", Collections.nCopies(rows, ROW)), waiting.toArray());
        }
        waiting.clear();
    }

    /** An authority that moved to another region gets a new key, so that earlier figures stay with the old region. */
    private String authorityKey(SchoolRow.Authority authority) {
        var region = authority.region();
        for (var key : Arrays.asList(authority.code(), authority.code() + "-" + region.key())) {
            var known = regionOf.putIfAbsent(key, region.key());
            if (known == null) {
                sql.run(
                        "insert into school_import_area (import_id, authority_key, name, region_key, region_name, nation) values (?,?,?,?,?,?)",
                        importId,
                        key,
                        authority.name(),
                        region.key(),
                        region.name(),
                        region.nation());
            }
            if (known == null || known.equals(region.key())) {
                return key;
            }
        }
        throw new IllegalStateException("an authority cannot lie in two regions under one key");
    }

    /** Inserts the links that the import would add into their staging table, in batches of 500. */
    static final class Links {
        private final ImportConnection sql;
        private final long importId;

        Links(ImportConnection sql, long importId) {
            this.sql = sql;
            this.importId = importId;
        }

        void add(List<LinkRow> links) {
            for (int from = 0; from < links.size(); from += AT_ONCE) {
                var some = links.subList(from, Math.min(links.size(), from + AT_ONCE));
                var values = new ArrayList<@Nullable Object>();
                some.forEach(link -> values.addAll(
                        Arrays.asList(importId, link.predecessor(), link.successor(), link.kind(), link.on())));
                sql.run(
                        "insert into school_import_link (import_id, predecessor, successor, kind, linked_on) values "
                                + String.join(",", Collections.nCopies(some.size(), "(?,?,?,?,?)")),
                        values.toArray());
            }
        }
    }
}
