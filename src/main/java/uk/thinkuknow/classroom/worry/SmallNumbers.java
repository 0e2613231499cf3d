package uk.thinkuknow.classroom.worry;

/** Numbers so small that they might tell of single children are said in words. */
final class SmallNumbers {
    /** The smallest that is told exactly. */
    static final int FROM = 5;

    static final String FEW = "fewer than 5";

    private SmallNumbers() {}
}
