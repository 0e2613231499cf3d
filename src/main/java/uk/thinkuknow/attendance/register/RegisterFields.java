package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.PublicId;

/**
 * Names of the register form's fields, which are also their ids on the page; shared by page, form and error messages.
 */
final class RegisterFields {
    /** The heads of a session without classes. */
    static final String HEADS = "heads";

    /** Why a signed return is amended. */
    static final String WHY = "why";

    private RegisterFields() {}

    static String heads(PublicId classId) {
        return "heads-" + classId;
    }

    static String guests(PublicId classId) {
        return "guests-" + classId;
    }

    static String notTakingPart(PublicId classId) {
        return "apart-" + classId;
    }

    /** The card numbers of those not taking part, as typed. */
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
