package uk.thinkuknow.curriculum.lesson;

/**
 * A drawing and the words that stand for it; empty where it is decorative.
 *
 * @param file in a folder, the name of a file in {@code pictures/}; in a published version, the hash under which
 *     {@code GET /pictures/{hash}} serves it
 */
public record Picture(String file, String name) {}
