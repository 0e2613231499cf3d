package uk.thinkuknow.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records the events and seats that children sent and the server acknowledged, and compares them with the database. */
final class Ledger {
    private final Map<String, LedgerEntry> events = new HashMap<>();
    private final Map<CardInSession, LedgerEntry> seats = new HashMap<>();
    private final Set<Long> sessions = new HashSet<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private long windowFrom = System.nanoTime();
    private long lastAnswer = windowFrom;
    private long longestSilence;

    /** A card in a session. */
    record CardInSession(long session, int card) {}

    /** A seat or an event that a child sent: one entry, however often it was sent again. */
    private static final class LedgerEntry {
        private final String key;
        private final long given = System.nanoTime();
        private long acknowledged;
        private boolean refused;

        private LedgerEntry(String key) {
            this.key = key;
        }
    }

    /** The result of a comparison with the database: counts of everything so far. */
    record LedgerComparison(int given, int acknowledged, int refused, int lost, int doubled, int strange) {
        /** Returns how many were sent and neither acknowledged nor refused for good. */
        int unanswered() {
            return given - acknowledged - refused;
        }

        boolean isWhole() {
            return lost + doubled + strange == 0;
        }
    }

    synchronized void seatSent(CardInSession place, String key) {
        sessions.add(place.session());
        seats.put(place, new LedgerEntry(key));
    }

    synchronized void eventSent(String key) {
        events.put(key, new LedgerEntry(key));
    }

    synchronized void seatAcknowledged(CardInSession place) {
        answered(seats.get(place));
    }

    synchronized void eventAcknowledged(String key) {
        answered(events.get(key));
    }

    synchronized void failed(String how) {
        failures.merge(how, 1, Integer::sum);
    }

    synchronized void eventRefused(String key) {
        events.get(key).refused = true;
    }

    synchronized void seatRefused(CardInSession place) {
        seats.get(place).refused = true;
    }

    /** Nothing is stored of a card that waits at the door. */
    synchronized void seatWaits(CardInSession place) {
        seats.remove(place);
    }

    private void answered(LedgerEntry entry) {
        long now = System.nanoTime();
        entry.acknowledged = now;
        longestSilence = Math.max(longestSilence, now - lastAnswer);
        lastAnswer = now;
    }

    /** Starts a new round: waiting times and failures count from here. */
    synchronized void beginRound() {
        windowFrom = System.nanoTime();
        lastAnswer = windowFrom;
        longestSilence = 0;
        failures.clear();
    }

    /** Returns the longest wait of a child in this round, in seconds, including waits that have not ended. */
    synchronized double longestWait() {
        long now = System.nanoTime();
        long longest = 0;
        for (var all : List.of(events.values(), seats.values())) {
            for (var entry : all) {
                long until = entry.acknowledged == 0 ? now : entry.acknowledged;
                longest = entry.refused || until < windowFrom
                        ? longest
                        : Math.max(longest, until - Math.max(entry.given, windowFrom));
            }
        }
        return longest / 1e9;
    }

    /** Returns the longest time in this round without any answer to anyone, in seconds. */
    synchronized double longestSilence() {
        return longestSilence / 1e9;
    }

    synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** Compares the ledger with the database; nothing may be sent meanwhile. */
    synchronized LedgerComparison compare(Connection database) throws SQLException {
        var stored = storedEvents(database);
        var there = storedSeats(database);
        int lost = 0;
        int acknowledged = 0;
        int refused = 0;
        for (var entry : events.values()) {
            acknowledged += entry.acknowledged == 0 ? 0 : 1;
            refused += entry.refused ? 1 : 0;
            lost += entry.acknowledged != 0 && !stored.containsKey(entry.key) ? 1 : 0;
        }
        for (var seat : seats.entrySet()) {
            var entry = seat.getValue();
            var keys = there.getOrDefault(seat.getKey(), List.of());
            acknowledged += entry.acknowledged == 0 ? 0 : 1;
            refused += entry.refused ? 1 : 0;
            lost += entry.acknowledged != 0 && !keys.contains(entry.key) ? 1 : 0;
        }
        int doubled = stored.values().stream().mapToInt(times -> times - 1).sum()
                + there.values().stream().mapToInt(keys -> keys.size() - 1).sum();
        var strange = new HashSet<>(stored.keySet());
        strange.removeAll(events.keySet());
        return new LedgerComparison(events.size() + seats.size(), acknowledged, refused, lost, doubled, strange.size());
    }

    private Map<String, Integer> storedEvents(Connection database) throws SQLException {
        var stored = new HashMap<String, Integer>();
        try (var rows = database.createStatement()
                .executeQuery(
                        "SELECT s.session_id, LOWER(HEX(e.event_key)) FROM event e JOIN seat s ON s.id = e.seat_id")) {
            while (rows.next()) {
                if (sessions.contains(rows.getLong(1))) {
                    stored.merge(rows.getString(2), 1, Integer::sum);
                }
            }
        }
        return stored;
    }

    private Map<CardInSession, List<String>> storedSeats(Connection database) throws SQLException {
        var stored = new HashMap<CardInSession, List<String>>();
        try (var rows = database.createStatement()
                .executeQuery("SELECT s.session_id, s.card_number, LOWER(HEX(s.seat_key)) FROM seat s")) {
            while (rows.next()) {
                if (sessions.contains(rows.getLong(1))) {
                    stored.computeIfAbsent(new CardInSession(rows.getLong(1), rows.getInt(2)), any -> new ArrayList<>())
                            .add(rows.getString(3));
                }
            }
        }
        return stored;
    }
}
