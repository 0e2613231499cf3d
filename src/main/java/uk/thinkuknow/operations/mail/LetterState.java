package uk.thinkuknow.operations.mail;

/** Where a letter is on its way. */
enum LetterState {
    WAITING("waiting"),
    SENDING("being sent"),
    SENT("sent"),
    GIVEN_UP("given up");

    private final String inWords;

    LetterState(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
