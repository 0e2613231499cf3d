package uk.thinkuknow.operations.mail;

/**
 * A letter was given up and will not arrive.
 *
 * @param about what the letter is about, as its sender named it
 */
public record LetterGivenUp(String about) {}
