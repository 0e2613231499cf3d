package uk.thinkuknow.schools.school;

/** Says whether figures depend on a class; then it keeps its year groups. Implemented by the packages that count. */
public interface ClassUse {
    /**
     * Has anybody signed a register of the class, or one with a visitor on its cards? True also if it was amended or
     * withdrawn later.
     */
    boolean isSigned(long classId);
}
