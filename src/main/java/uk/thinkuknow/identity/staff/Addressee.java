package uk.thinkuknow.identity.staff;

/** Somebody who is written to. */
public record Addressee(String name, String email) {}
