package uk.thinkuknow.reach.evidence;

import uk.thinkuknow.counting.CountedLine;

/** The line of one class in a signed return, with its numbers of marks by grade; never individual cards. */
record SchoolLine(CountedLine line, String className, Marks marks) {

    /**
     * Numbers of marks by grade.
     *
     * @param cards the cards that the session was for
     * @param onDevice grade A: cards picked on a device
     * @param fromList grade B: cards ticked from the class list
     * @param unnamed grade C: children of the class without a card
     * @param guests also grade C: children of other classes, in the attendance but not among the class's children
     */
    record Marks(int cards, int onDevice, int fromList, int unnamed, int guests, int notTakingPart) {
        static final Marks NONE = new Marks(0, 0, 0, 0, 0, 0);

        Marks plus(Marks other) {
            return new Marks(
                    cards + other.cards,
                    onDevice + other.onDevice,
                    fromList + other.fromList,
                    unnamed + other.unnamed,
                    guests + other.guests,
                    notTakingPart + other.notTakingPart);
        }

        /** The children of the class who were present; guests are not among them. */
        int children() {
            return onDevice + fromList + unnamed;
        }

        /** Everyone counted without a card. */
        int gradeC() {
            return unnamed + guests;
        }

        /** For example "A 26, B 1, C 2". */
        String grades() {
            var grades = new StringBuilder();
            add(grades, "A", onDevice);
            add(grades, "B", fromList);
            add(grades, "C", gradeC());
            return grades.isEmpty() ? "–" : grades.toString();
        }

        private static void add(StringBuilder grades, String grade, int marks) {
            if (marks > 0) {
                grades.append(grades.isEmpty() ? "" : ", ")
                        .append(grade)
                        .append(' ')
                        .append(marks);
            }
        }
    }
}
