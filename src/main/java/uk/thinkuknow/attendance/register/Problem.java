package uk.thinkuknow.attendance.register;

/** A reason why a register cannot be signed yet: the form field, and a message. */
public record Problem(String field, String text) {}
