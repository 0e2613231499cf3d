package uk.thinkuknow.curriculum.lesson;

import java.util.Collection;

/**
 * A module in one version, as classes take it.
 *
 * @param number 1 for a module's first version, then 2, 3…
 * @param hash SHA-256 of the content with its pictures, in hex
 * @param lesson with the facts in it that are told now
 * @param facts the keys of the facts that it refers to
 * @param reviewed has a safeguarding professional reviewed it, and does it still tell the facts that it told then?
 */
public record PublishedModule(
        long versionId,
        String key,
        int number,
        String hash,
        Lesson lesson,
        Collection<String> facts,
        boolean reviewed,
        boolean withdrawn) {}
