package uk.thinkuknow.schools.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works out which links of a file, from a school to its successor, are new, and which closed schools hand over: to
 * another school than before the file, or with what is still at them.
 */
final class LinkResolver {
    private final Map<String, SchoolStatus> schools = new HashMap<>();
    private final Set<String> notEmptied = new HashSet<>();
    private final Set<String> linked = new HashSet<>();
    private final SuccessorGraph<String> links = new SuccessorGraph<>();

    /** The status of a school once the file is applied; {@code was} is its status before, or null for a new one. */
    record SchoolStatus(String status, @Nullable String was) {
        boolean isClosed() {
            return "closed".equals(status);
        }

        boolean wasClosed() {
            return "closed".equals(was);
        }
    }

    /** The links to add, and the schools that hand over and to which, by URN. */
    record Found(List<LinkRow> fresh, Map<String, String> succeeded) {}

    /** @param notEmptied the ids of the closed schools at which something remains */
    LinkResolver(ImportConnection sql, long importId, Set<Long> notEmptied) {
        sql.list("""
                select i.value, s.status, s.id from school_identifier_v i join school_v s on s.id = i.school_id
                where i.scheme = 'urn' and i.is_key = 1""", row -> {
            if (notEmptied.contains(row.getLong(3))) {
                this.notEmptied.add(row.getString(1));
            }
            return schools.put(row.getString(1), new SchoolStatus(row.getString(2), row.getString(2)));
        });
        sql.list(
                "select register_key, status from school_import_row where import_id = ? and scheme = 'urn'",
                row -> schools.merge(
                        row.getString(1),
                        new SchoolStatus(row.getString(2), null),
                        (known, fresh) -> new SchoolStatus(fresh.status(), known.was())),
                importId);
        sql.list("""
                select p.value, n.value from school_link_v l
                  join school_identifier_v p on p.school_id = l.predecessor_id and p.scheme = 'urn' and p.is_key = 1
                  join school_identifier_v n on n.school_id = l.successor_id and n.scheme = 'urn' and n.is_key = 1""", row -> {
            links.add(row.getString(1), row.getString(2));
            return linked.add(pair(row.getString(1), row.getString(2)));
        });
    }

    Found of(List<LinkRow> rows) {
        var wanted = new LinkedHashMap<String, LinkRow>();
        rows.stream()
                .map(this::inOrder)
                .filter(row ->
                        row != null && schools.containsKey(row.predecessor()) && schools.containsKey(row.successor()))
                .forEach(row -> wanted.merge(pair(row.predecessor(), row.successor()), row, LinkResolver::fuller));
        var fresh = new ArrayList<LinkRow>();
        wanted.forEach((pair, row) -> {
            var back = wanted.get(pair(row.successor(), row.predecessor()));
            if (!linked.contains(pair) && (back == null || goesBefore(row, back))) {
                fresh.add(row);
            }
        });
        var before = links.successors(urn -> is(urn, SchoolStatus::wasClosed));
        fresh.forEach(row -> links.add(row.predecessor(), row.successor()));
        var succeeded = links.successors(this::isClosed);
        succeeded.entrySet().removeIf(each -> before.entrySet().contains(each) && !notEmptied.contains(each.getKey()));
        return new Found(fresh, succeeded);
    }

    /** Gives a link without direction its direction: from the closed school to the other; null if that is not clear. */
    private @Nullable LinkRow inOrder(LinkRow row) {
        if (!row.eitherWay()) {
            return row;
        }
        boolean first = isClosed(row.predecessor());
        boolean second = isClosed(row.successor());
        return first == second ? null : first ? row : row.turned();
    }

    /**
     * Decides between two opposite links: the link from the closed school wins, else the earlier one, else the one from
     * the lower URN as text.
     */
    private boolean goesBefore(LinkRow row, LinkRow back) {
        boolean first = isClosed(row.predecessor());
        boolean second = isClosed(row.successor());
        if (first != second) {
            return first;
        }
        var on = row.on();
        var backOn = back.on();
        if (on != null && backOn != null && !on.equals(backOn)) {
            return on.isBefore(backOn);
        }
        return row.predecessor().compareTo(row.successor()) < 0;
    }

    private boolean isClosed(String urn) {
        return is(urn, SchoolStatus::isClosed);
    }

    private boolean is(String urn, Predicate<SchoolStatus> status) {
        var school = schools.get(urn);
        return school != null && status.test(school);
    }

    private static LinkRow fuller(LinkRow one, LinkRow other) {
        var special = one.kind().equals("successor") ? other.kind() : one.kind();
        return new LinkRow(
                one.predecessor(), one.successor(), special, one.on() == null ? other.on() : one.on(), false);
    }

    private static String pair(String predecessor, String successor) {
        return predecessor + ">" + successor;
    }
}
