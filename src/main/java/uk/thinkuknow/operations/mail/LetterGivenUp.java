package uk.thinkuknow.operations.mail;

/** A letter will not arrive: told in the transaction that gives it up. About is what its writer said it was about. */
public record LetterGivenUp(String about) {}
