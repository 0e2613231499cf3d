package uk.thinkuknow.schools.members;

/** Event: a member of staff left a school, so access they had through it, such as a calendar feed, must end. */
public record MembershipEnded(long staffId, long schoolId, String by) {}
