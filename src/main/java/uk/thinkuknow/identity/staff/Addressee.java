package uk.thinkuknow.identity.staff;

/** The name and email address of a recipient. */
public record Addressee(String name, String email) {}
