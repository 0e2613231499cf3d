package uk.thinkuknow.schools.members;

/** Event: a person is neither safeguarding lead nor deputy of a school any more. */
public record LeadEnded(long staffId, long schoolId, String by) {}
