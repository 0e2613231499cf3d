package uk.thinkuknow.curriculum.library;

/** Tells who wrote the Welsh of a lesson, so that nobody records the review of their own. */
public interface WelshAuthors {
    /** Whether this person changed the Welsh of the module in any draft. */
    boolean wroteWelsh(long staffId, String moduleKey);
}
