package uk.thinkuknow.common;

/** Thrown when a user asks for something that does not exist or that they may not see: both get the same 404. */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
