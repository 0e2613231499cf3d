package uk.thinkuknow.identity.staff;

/** Fired when a new member of staff joins the school for which their account was created. */
public record StaffJoined(long staffId, long schoolId) {}
