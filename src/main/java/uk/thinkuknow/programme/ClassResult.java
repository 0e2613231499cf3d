package uk.thinkuknow.programme;

/**
 * What a period came to in one class.
 *
 * @param fresh children new to the year in the period
 * @param own the reach of the period by itself
 */
record ClassResult(NewChildren fresh, ReachCount own) {
    static final ClassResult NONE = new ClassResult(NewChildren.NONE, ReachCount.NONE);

    ClassResult plus(ClassResult other) {
        return new ClassResult(fresh.plus(other.fresh), own.plus(other.own));
    }
}
