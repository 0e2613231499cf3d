package uk.thinkuknow.reach.evidence;

import uk.thinkuknow.counting.CountedLine;

/** A line of a signed return of one school, with its marks by quality: never which card. */
record SchoolLine(CountedLine line, String className, Marks marks) {

    /**
     * Marks by how they came about.
     *
     * @param cards the cards the session was for
     * @param onDevice grade A
     * @param fromList grade B
     * @param unnamed of the class, without a card: grade C
     * @param guests of other classes: grade C too, in the attendance but not among the class's children
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

        int children() {
            return onDevice + fromList + unnamed;
        }

        /** Everyone of whom only this is known: that a child was there. */
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
