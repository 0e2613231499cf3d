package uk.thinkuknow.attendance.register;

/** What became of a register that was sent. */
public sealed interface RegisterOutcome {
    /** Kept, to be signed later. */
    record Kept() implements RegisterOutcome {}

    /** Signed: now, or by an earlier click. */
    record Signed() implements RegisterOutcome {}

    /** Kept, and this is what stands in the way. */
    record NotReady(RegisterPage page) implements RegisterOutcome {}
}
