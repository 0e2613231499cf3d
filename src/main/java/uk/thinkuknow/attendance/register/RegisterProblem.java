package uk.thinkuknow.attendance.register;

/** A reason why a register cannot be signed yet: the form field, and a message. */
public record RegisterProblem(String field, String text) {}
