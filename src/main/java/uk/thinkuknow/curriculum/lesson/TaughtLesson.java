package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.curriculum.welsh.PageLanguage;

/**
 * A lesson in the language in which a class takes it.
 *
 * @param hash the hash of the translation; "" for the original language
 */
public record TaughtLesson(Lesson lesson, PageLanguage spoken, String hash) {}
