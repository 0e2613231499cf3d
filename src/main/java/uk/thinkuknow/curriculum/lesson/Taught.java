package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.curriculum.welsh.Spoken;

/**
 * A lesson in the words in which children get it.
 *
 * @param hash of a translation's words; "" where the words are the module's own
 */
public record Taught(Lesson lesson, Spoken spoken, String hash) {}
