package uk.thinkuknow.schools.years;

/**
 * Says whether a school year has something that its dates decide on, such as sessions or targets; then it stays as it
 * is. Implemented by the packages that keep such things.
 */
public interface YearUse {
    /** What it is, in words, for example "sessions". */
    String words();

    boolean uses(String nation, String yearKey);
}
