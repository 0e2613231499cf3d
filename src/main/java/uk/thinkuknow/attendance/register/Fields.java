package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.PublicId;

/** The names of the register's fields, which are also their ids on the page: one place for page, form and errors. */
final class Fields {
    /** The heads of a session without classes. */
    static final String HEADS = "heads";

    /** Why a signed return is amended. */
    static final String WHY = "why";

    private Fields() {}

    static String heads(PublicId classId) {
        return "heads-" + classId;
    }

    static String guests(PublicId classId) {
        return "guests-" + classId;
    }

    static String notTakingPart(PublicId classId) {
        return "apart-" + classId;
    }

    /** The numbers of the cards that did not take part, as they were typed. */
    static String apartCards(PublicId classId) {
        return "apart-cards-" + classId;
    }

    /** The cards that the page showed with a box to tick. */
    static String shown(PublicId classId) {
        return "shown-" + classId;
    }

    static String absent(PublicId classId) {
        return "absent-" + classId;
    }

    static String kept(PublicId classId) {
        return "kept-" + classId;
    }

    static String unknown(PublicId classId) {
        return "unknown-" + classId;
    }

    static String check(PublicId classId, int card) {
        return "check-" + classId + "-" + card;
    }

    static String visitor(int number) {
        return "visitor-" + number;
    }

    static String visitorCard(int number) {
        return "visitor-" + number + "-card";
    }
}
