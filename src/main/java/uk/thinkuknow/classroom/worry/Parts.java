package uk.thinkuknow.classroom.worry;

import uk.thinkuknow.common.PublicId;

/** What sealed words belong to, so that none can be put in another's place. */
final class Parts {
    private Parts() {}

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
