package uk.thinkuknow.attendance.register;

/** The result of saving or signing a register. */
public sealed interface RegisterOutcome {
    /** Saved, to be signed later. */
    record RegisterSaved() implements RegisterOutcome {}

    /** Signed now, or by an earlier click. */
    record Signed() implements RegisterOutcome {}

    /** Saved but not signed; the page shows the problems. */
    record NotReady(RegisterPage page) implements RegisterOutcome {}
}
