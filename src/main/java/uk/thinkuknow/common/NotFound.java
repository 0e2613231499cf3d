package uk.thinkuknow.common;

/** There is no such thing, or none that the person who asks may know of: both are the same 404. */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
