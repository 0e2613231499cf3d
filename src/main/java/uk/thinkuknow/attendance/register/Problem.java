package uk.thinkuknow.attendance.register;

/** What stands between a register and its signature: the field to go to, and what is wrong in words. */
public record Problem(String field, String text) {}
