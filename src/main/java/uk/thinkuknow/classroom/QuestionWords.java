package uk.thinkuknow.classroom;

/** The line above a question, in the words of a band. */
record QuestionWords(
        String chooseOne,
        String chooseAll,
        String trueOrNot,
        String putInOrder,
        String match,
        String sort,
        String fillTheGap,
        String spotIt,
        String whatYouThink,
        String story) {
    private static final QuestionWords YOUNG = new QuestionWords(
            "Choose one",
            "Choose all that fit",
            "True, or not true?",
            "Put in order",
            "Match the pairs",
            "Sort them",
            "Fill the gap",
            "Spot it",
            "What do you think?",
            "What would you do?");
    private static final QuestionWords OLDER = new QuestionWords(
            "Your call",
            "Choose all that fit",
            "True, or not true?",
            "Put in order",
            "Match the pairs",
            "Sort them",
            "Fill the gap",
            "Spot it",
            "Where do you stand?",
            "What would you do?");

    static QuestionWords of(String band) {
        return isYoung(band) ? YOUNG : OLDER;
    }

    /** Up to ten: shorter words, a grown-up rather than an adult. */
    static boolean isYoung(String band) {
        return band.equals("4-7") || band.equals("8-10");
    }
}
