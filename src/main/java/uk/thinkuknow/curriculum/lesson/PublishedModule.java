package uk.thinkuknow.curriculum.lesson;

import java.util.Collection;

/**
 * A published version of a module, as classes take it.
 *
 * @param number 1 for a module's first version, then 2, 3…
 * @param hash SHA-256 of the content with its pictures, in hex
 * @param lesson the content, with the current facts filled in
 * @param facts the keys of the facts it uses
 * @param reviewed whether a safeguarding professional has reviewed it and the facts it uses have not changed since
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
