package uk.thinkuknow.results.analysis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.CountedSeats;
import uk.thinkuknow.classroom.answers.CountedSeats.ReturnedClass;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;

/** Reads from the returns in force which seats of sessions count. */
@Singleton
public class CountedSeatsQuery {
    private final DataSource database;

    CountedSeatsQuery(DataSource database) {
        this.database = database;
    }

    /** Returns the seats that count, by session; sessions without a return that counts are left out. */
    public Map<Long, CountedSeats> of(Collection<Long> sessions) {
        var counted = new HashMap<Long, CountedSeats>();
        if (sessions.isEmpty()) {
            return counted;
        }
        Sql.each(
                database,
                """
                SELECT session_id, heads, class_id, for_low & in_force_low, for_high & in_force_high,
                  named_a_low | named_b_low, named_a_high | named_b_high, unnamed
                FROM return_line_v WHERE session_id IN (""" + Sql.marks(sessions.size()) + ")",
                List.copyOf(sessions),
                row -> counted.merge(row.getLong(1), line(row), CountedSeatsQuery::both));
        return counted;
    }

    private static CountedSeats line(ResultSet row) throws SQLException {
        var classId = row.getObject(3, Long.class);
        return new CountedSeats(
                classId == null
                        ? List.of()
                        : List.of(new ReturnedClass(
                                classId,
                                new CardSet(row.getLong(4), row.getLong(5)),
                                new CardSet(row.getLong(6), row.getLong(7)),
                                row.getInt(8))),
                row.getInt(2));
    }

    private static CountedSeats both(CountedSeats one, CountedSeats other) {
        return new CountedSeats(
                Stream.concat(one.classes().stream(), other.classes().stream()).toList(), one.heads() + other.heads());
    }
}
