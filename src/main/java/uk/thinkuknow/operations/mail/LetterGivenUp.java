package uk.thinkuknow.operations.mail;

/**
 * Fired when an email could not be delivered and was given up.
 *
 * @param about what the email was about, for example "booking 7k3m…"
 */
public record LetterGivenUp(String about) {}
