package uk.thinkuknow.common;

/** Why a sign-in that Keycloak accepts opens no page here; the error page says so. */
public final class TurnedAway {
    /** The attribute of such a sign-in. */
    public static final String ATTRIBUTE = "turned-away";

    private TurnedAway() {}

    /** The reasons. */
    public enum Why {
        USER_OF_THE_DEMO,
        NO_SECOND_FACTOR
    }
}
