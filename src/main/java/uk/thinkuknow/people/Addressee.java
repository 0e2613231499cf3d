package uk.thinkuknow.people;

/** Somebody who is written to. */
public record Addressee(String name, String email) {}
