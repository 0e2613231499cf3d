package uk.thinkuknow.classroom.room;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import uk.thinkuknow.common.Sql;

/** Deletes the rooms of sessions with their seats, answers and seat requests. */
public final class RoomDeletion {
    private RoomDeletion() {}

    /**
     * Locks the rooms, so that a second instance deletes nothing, then their answers, so that none is added meanwhile.
     *
     * @return the sessions that have a room
     */
    public static List<Long> lock(Connection connection, List<Long> sessions) throws SQLException {
        var there = Sql.list(
                connection,
                "SELECT session_id FROM room WHERE session_id IN " + these(sessions)
                        + " ORDER BY session_id FOR UPDATE",
                sessions,
                row -> row.getLong(1));
        if (!there.isEmpty()) {
            Sql.list(
                    connection,
                    "SELECT COUNT(*) FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id IN " + these(there)
                            + " FOR UPDATE",
                    there,
                    row -> row.getLong(1));
        }
        return there;
    }

    /**
     * Deletes all rows of these rooms. The room itself goes last, so that the next run finds what an interrupted one
     * left.
     */
    public static void delete(Connection connection, List<Long> sessions) throws SQLException {
        var these = these(sessions);
        Sql.update(
                connection,
                "DELETE e FROM seat s JOIN event e ON e.seat_id = s.id WHERE s.session_id IN " + these,
                sessions);
        Sql.update(connection, "DELETE FROM seat_request WHERE session_id IN " + these, sessions);
        Sql.update(connection, "DELETE FROM door_request WHERE session_id IN " + these, sessions);
        Sql.update(connection, "DELETE FROM room_pulse WHERE session_id IN " + these, sessions);
        SeatRows.delete(connection, sessions);
        Sql.update(connection, "DELETE FROM room WHERE session_id IN " + these, sessions);
    }

    private static String these(List<Long> sessions) {
        return "(" + Sql.marks(sessions.size()) + ")";
    }
}
