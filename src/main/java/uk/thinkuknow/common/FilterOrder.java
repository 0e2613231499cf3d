package uk.thinkuknow.common;

/** Defines the order of the request filters: the filter with the highest number runs first. */
public final class FilterOrder {
    /** Notes that a request's header is complete. */
    public static final int ARRIVAL = 1010;
    /** Renames the cookies of a sign-in, before anything reads them. */
    public static final int COOKIE_NAMES = 1005;
    /** Sets the security headers, on every answer, also on answers of later filters. */
    public static final int SECURITY_HEADERS = 1000;
    /** Sheds load before any other work is done. */
    public static final int LOAD_SHEDDING = 990;
    /** Refuses bodies where there should be none. */
    public static final int BODIES = 970;
    /** Answers the calls of children's devices, which need no form check, sign-in or page. */
    public static final int DIRECT_CALLS = 960;
    /** Refuses bodies that are no form, and forms sent from other sites. */
    public static final int FORMS_ONLY = 950;
    /** Sees forms and sign-outs before Quarkus handles the sign-in. */
    public static final int BEFORE_SIGN_IN = 900;
    /** Removes cookies of old sign-ins. */
    public static final int SIGN_IN_COOKIES = 800;
    /** The order of Quarkus's own authentication; the application's other filters run after it. */
    public static final int AUTHENTICATION = 200;
    /** Finds out who sends a file, which needs the authentication. */
    public static final int FILE_SENDERS = 190;

    private FilterOrder() {}
}
