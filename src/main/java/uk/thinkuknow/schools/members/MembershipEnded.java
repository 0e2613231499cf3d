package uk.thinkuknow.schools.members;

/** A member of staff has left a school, so what they received from it, such as a calendar feed, ends. */
public record MembershipEnded(long staffId, long schoolId, String by) {}
