package uk.thinkuknow.classroom.room;

/** A seat token is not valid, or its day is over. */
public final class NoSuchSeat extends RuntimeException {
    private final boolean dayIsOver;

    public NoSuchSeat(boolean dayIsOver) {
        super("no such seat", null, false, false);
        this.dayIsOver = dayIsOver;
    }

    public boolean dayIsOver() {
        return dayIsOver;
    }
}
