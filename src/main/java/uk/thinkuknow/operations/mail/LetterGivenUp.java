package uk.thinkuknow.operations.mail;

/**
 * Fired when an email could not be delivered and was given up.
 *
 * @param about the subject that its sender gave
 */
public record LetterGivenUp(String about) {}
