package uk.thinkuknow.school;

/** Knows at how many schools a member of staff works: asked for the head of every page. */
public interface SchoolsOfStaff {
    boolean several(long staffId);
}
