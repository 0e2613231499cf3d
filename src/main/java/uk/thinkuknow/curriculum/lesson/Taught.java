package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.curriculum.welsh.Spoken;

/**
 * A lesson in the language in which a class takes it.
 *
 * @param hash the hash of the translation; "" for the original language
 */
public record Taught(Lesson lesson, Spoken spoken, String hash) {}
