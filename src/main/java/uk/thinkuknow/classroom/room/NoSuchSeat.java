package uk.thinkuknow.classroom.room;

/** Thrown when a seat token is not valid, or its session's day is over. */
public final class NoSuchSeat extends RuntimeException {
    private final boolean dayIsOver;

    public NoSuchSeat(boolean dayIsOver) {
        super("no-such-seat", null, false, false);
        this.dayIsOver = dayIsOver;
    }

    public boolean dayIsOver() {
        return dayIsOver;
    }
}
