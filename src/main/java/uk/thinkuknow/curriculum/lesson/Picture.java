package uk.thinkuknow.curriculum.lesson;

/**
 * A picture and its text alternative, which is empty if the picture is decorative.
 *
 * @param file in a lesson's folder, the name of a file in {@code pictures/}; in a published version, the hash under
 *     which {@code GET /pictures/{hash}} serves it
 */
public record Picture(String file, String name) {}
