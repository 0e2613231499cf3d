package uk.thinkuknow.identity.staff;

/** A new member of staff joins the school that their account was created for. */
public record StaffJoined(long staffId, long schoolId) {}
