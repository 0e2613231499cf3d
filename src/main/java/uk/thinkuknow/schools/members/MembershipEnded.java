package uk.thinkuknow.schools.members;

/**
 * Event: a member of staff left a school, so that listeners end access they had through it, such as a calendar feed.
 */
public record MembershipEnded(long staffId, long schoolId, String by) {}
