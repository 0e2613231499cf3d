package uk.thinkuknow.identity.staff;

/** A member of staff was put at a school as its account was written down: fired in the same transaction. */
public record StaffJoined(long staffId, long schoolId) {}
