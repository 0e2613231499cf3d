package uk.thinkuknow.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The history of what staff did and what they were told, compared with the database: what was acknowledged is there once,
 * nothing was overwritten, of two who decide one wins, and what was read had been written.
 */
final class StaffHistory {
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Race> races = new ArrayList<>();

    /** What a person was told. UNKNOWN: nothing, or that something went wrong, so that it may be done or not. */
    enum Outcome {
        DONE,
        REFUSED,
        UNKNOWN
    }

    /** A word added to a list, or a booking asked for, when {@code list} is empty. */
    record Act(String list, String word, Outcome outcome) {}

    /** What the page of a list said. */
    record Reading(String list, List<String> words) {}

    /** Two decisions on the same thing in the same moment. */
    record Race(String kind, String session, Outcome first, Outcome second) {
        private boolean isSentBack(String returned) {
            return kind.equals("confirm") && session.equals(returned) && second != Outcome.REFUSED;
        }
    }

    synchronized void clear() {
        acts.clear();
        readings.clear();
        races.clear();
        outcomes.clear();
    }

    synchronized void count(String what) {
        outcomes.merge(what, 1, Integer::sum);
    }

    synchronized void add(Act act) {
        acts.add(act);
        count((act.list().isEmpty() ? "booking " : "word ") + act.outcome());
    }

    synchronized void add(Reading reading) {
        readings.add(reading);
    }

    synchronized void add(Race race) {
        races.add(race);
        count(race.kind() + " " + race.first() + "/" + race.second());
    }

    /**
     * Compares the history with the database, while nobody is at work, and prints what is wrong.
     *
     * @return whether all is right
     */
    synchronized boolean judge(Connection database) throws SQLException {
        var wrong = new ArrayList<String>();
        for (var list : readings.stream().map(Reading::list).distinct().toList()) {
            judgeList(list, database, wrong);
        }
        for (var act : acts) {
            int there = act.list().isEmpty()
                    ? number(database, "select count(*) from booking where room = ?", act.word())
                    : 1;
            if (there > 1) {
                wrong.add("booking doubled: " + act.word());
            } else if (there == 0 && act.outcome() == Outcome.DONE) {
                wrong.add("booking lost: " + act.word());
            }
        }
        for (var race : races) {
            judgeRace(race, database, wrong);
        }
        wrong.forEach(each -> System.out.println("FAIL  " + each));
        System.out.println((wrong.isEmpty() ? "ok    " : "FAIL  ") + "history of staff: " + acts.size()
                + " words and bookings, " + readings.size() + " readings, " + races.size() + " races " + outcomes);
        return wrong.isEmpty();
    }

    private void judgeList(String list, Connection database, List<String> wrong) throws SQLException {
        var last = CompetingStaff.wordsOf(text(database, "select needs from booking where public_id = ?", list));
        if (new HashSet<>(last).size() < last.size()) {
            wrong.add("a word is twice in " + last);
        }
        for (var act : acts) {
            if (act.list().equals(list) && act.outcome() == Outcome.DONE && !last.contains(act.word())) {
                wrong.add("word lost: " + act.word() + " in " + last);
            } else if (act.list().equals(list) && act.outcome() == Outcome.REFUSED && last.contains(act.word())) {
                wrong.add("word refused, and there: " + act.word());
            }
        }
        for (var reading : readings) {
            int read = reading.words().size();
            if (reading.list().equals(list)
                    && (read > last.size() || !last.subList(0, read).equals(reading.words()))) {
                wrong.add("read " + reading.words() + ", and last were " + last);
            }
        }
    }

    private void judgeRace(Race race, Connection database, List<String> wrong) throws SQLException {
        var rows = " from signed_return r join session s on s.id = r.session_id where s.public_id = ?";
        if (race.first() == Outcome.DONE && race.second() == Outcome.DONE) {
            wrong.add("two winners: " + race + ", by the audit: " + trail(database, race.session()));
        }
        boolean there = switch (race.kind()) {
            case "sign" -> true;
            case "confirm" -> number(database, "select count(confirmed_at)" + rows, race.session()) == 1;
            default -> number(database, "select count(withdrawn_at)" + rows, race.session()) == 1;
        };
        if (race.kind().equals("sign")) {
            judgeHeads(race, database, wrong);
        } else if (race.first() == Outcome.DONE && !there || race.second() == Outcome.DONE && there) {
            wrong.add("decided otherwise than said: " + race + ", by the audit: " + trail(database, race.session()));
        }
    }

    /** The return says what the winner signed; one that was sent back is deleted. */
    private void judgeHeads(Race race, Connection database, List<String> wrong) throws SQLException {
        int heads = number(database, """
                select coalesce(max(l.heads), 0) from session s join signed_return r on r.session_id = s.id
                join (select return_id, heads from return_line union all select return_id, heads from waiting_line
                  union all select return_id, heads from superseded_line) l on l.return_id = r.id where s.public_id = ?""", race.session());
        if (heads == 0
                && (race.first() == Outcome.DONE || race.second() == Outcome.DONE)
                && races.stream().noneMatch(sent -> sent.isSentBack(race.session()))) {
            wrong.add("return lost: " + race);
        }
        if (heads != 0
                && (race.first() == Outcome.DONE && heads != CompetingStaff.HEADS
                        || race.second() == Outcome.DONE && heads != CompetingStaff.OTHER_HEADS)) {
            wrong.add("other heads than signed: " + heads + " after " + race);
        }
    }

    /** What the audit says of a session: when, who and what. */
    private static String trail(Connection database, String session) throws SQLException {
        return text(database, """
                select group_concat(concat_ws(' ', time(at), staff_name, act, detail) order by id separator '; ')
                from audit_entry where subject = concat('session ', ?)""", session);
    }

    private static int number(Connection database, String sql, String value) throws SQLException {
        return Integer.parseInt(text(database, sql, value));
    }

    private static String text(Connection database, String sql, String value) throws SQLException {
        try (var asked = database.prepareStatement(sql)) {
            asked.setString(1, value);
            try (var rows = asked.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
