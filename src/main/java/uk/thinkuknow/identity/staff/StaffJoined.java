package uk.thinkuknow.identity.staff;

/** Fired when a new account of a member of staff is stored together with the school where they work. */
public record StaffJoined(long staffId, long schoolId) {}
