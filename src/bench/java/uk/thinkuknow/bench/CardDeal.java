package uk.thinkuknow.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Deals the cards of many classes, one of each in turn, so that no room gets ten in one second: its devices would wait
 * until a teacher lets them in. The first classes begin at different cards, so that new codes come evenly later on.
 */
final class CardDeal {
    static final int CLASS = 30;

    private final Iterator<BenchSession> sessions;
    private final List<DealtRoom> rooms = new ArrayList<>();
    private int next = -1;

    /** A class and the card that was dealt last. */
    private record DealtRoom(BenchSession session, int card) {}

    /**
     * Deals to this many rooms at once; at most nine times as many cards may be taken in a second. There must be as many
     * sessions.
     *
     * @param spread the first classes begin at so many different cards; 1 to deal all cards of each
     */
    CardDeal(Iterator<BenchSession> sessions, int atOnce, int spread) {
        this.sessions = sessions;
        for (int i = 0; i < atOnce && sessions.hasNext(); i++) {
            rooms.add(new DealtRoom(sessions.next(), i % spread));
        }
    }

    /** Moves to the next card; false if all have been dealt. */
    boolean next() {
        if (rooms.isEmpty()) {
            return false;
        }
        next = (next + 1) % rooms.size();
        var room = rooms.get(next);
        if (room.card() < CLASS) {
            rooms.set(next, new DealtRoom(room.session(), room.card() + 1));
            return true;
        }
        if (!sessions.hasNext()) {
            return false;
        }
        rooms.set(next, new DealtRoom(sessions.next(), 1));
        return true;
    }

    BenchSession session() {
        return rooms.get(next).session();
    }

    int card() {
        return rooms.get(next).card();
    }
}
