package uk.thinkuknow.attendance.register;

/** The source of a mark, and the grade of evidence that it gives (counting rule 3). */
enum MarkSource {
    /** A card picked on a device. */
    DEVICE('A'),
    /** A card that a grown-up ticked from the class list. */
    TICKED('B'),
    /** A visitor's badge without a card. */
    VISITOR('C'),
    /** A child counted by eye who has no mark. */
    HEADS('C');

    private final char grade;

    MarkSource(char grade) {
        this.grade = grade;
    }

    char grade() {
        return grade;
    }
}
