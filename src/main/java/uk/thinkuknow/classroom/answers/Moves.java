package uk.thinkuknow.classroom.answers;

/**
 * Counts of the children who answered a question at the start of a lesson and again at its end, by the level of both
 * answers. Low is a wrong answer, or the lower half or the middle of a scale; high is a right answer, or the upper
 * half.
 */
public record Moves(int lowLow, int lowHigh, int highLow, int highHigh) {
    public static final Moves NONE = new Moves(0, 0, 0, 0);

    public Moves plus(Moves more) {
        return new Moves(
                lowLow + more.lowLow, lowHigh + more.lowHigh, highLow + more.highLow, highHigh + more.highHigh);
    }

    public int children() {
        return lowLow + lowHigh + highLow + highHigh;
    }

    static Moves of(boolean before, boolean after) {
        return new Moves(
                !before && !after ? 1 : 0, !before && after ? 1 : 0, before && !after ? 1 : 0, before && after ? 1 : 0);
    }
}
