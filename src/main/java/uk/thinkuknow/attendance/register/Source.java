package uk.thinkuknow.attendance.register;

/** How a mark came about, and the grade of evidence that gives it (counting rule 3). */
enum Source {
    /** A card picked on a device. */
    DEVICE('A'),
    /** A card that a grown-up ticked from the class list. */
    TICKED('B'),
    /** A visitor's badge that was put on no card. */
    VISITOR('C'),
    /** A head that was seen and has no mark of its own. */
    HEADS('C');

    private final char grade;

    Source(char grade) {
        this.grade = grade;
    }

    char grade() {
        return grade;
    }
}
