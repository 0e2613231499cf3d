package uk.thinkuknow.curriculum;

/**
 * A module in one version, as classes take it.
 *
 * @param number 1 for a module's first version, then 2, 3…
 * @param hash SHA-256 of the content with its pictures, in hex
 * @param reviewed has a safeguarding professional's review been recorded?
 */
public record PublishedModule(
        long versionId, String key, int number, String hash, Lesson lesson, boolean reviewed, boolean withdrawn) {}
