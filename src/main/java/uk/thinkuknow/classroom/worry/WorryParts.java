package uk.thinkuknow.classroom.worry;

import uk.thinkuknow.common.PublicId;

/**
 * Names each part of a worry (sender, words, note) for its encryption: the name is authenticated with the ciphertext,
 * so that no ciphertext can be moved to another worry or part.
 */
final class WorryParts {
    private WorryParts() {}

    static String sender(PublicId worry) {
        return "sender of " + worry;
    }

    static String words(PublicId worry) {
        return "words of " + worry;
    }

    static String note(PublicId worry) {
        return "note on " + worry;
    }
}
