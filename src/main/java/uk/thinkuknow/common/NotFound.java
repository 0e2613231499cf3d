package uk.thinkuknow.common;

/** Thrown for a thing that does not exist or that the user may not see: both get the same 404. */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
