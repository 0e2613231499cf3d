package uk.thinkuknow.operations.mail;

/** The mail server did not take a letter, or could not be spoken to at all. */
final class NotTaken extends Exception {
    /** Whose fault it is: then one knows what trying again would help. */
    enum Fault {
        /** The server cannot be reached, or does not let us in: the others need not be tried now. */
        SERVER,
        /** This letter was not taken now. */
        FOR_NOW,
        /** This letter is never going to be taken, for example as there is no such mailbox. */
        FOR_GOOD
    }

    private final Fault fault;

    NotTaken(Fault fault, String words) {
        super(words, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
