package uk.thinkuknow.schools.members;

/** She has left a school: fired in the same transaction, so that what she had of it (feeds, offers) stops with it. */
public record MembershipEnded(long staffId, long schoolId, String by) {}
