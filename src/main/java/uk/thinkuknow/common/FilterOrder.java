package uk.thinkuknow.common;

/** The order of the filters that see a request before its page: the highest comes first. */
public final class FilterOrder {
    /** Every answer has its security headers, also one that a later filter gives. */
    public static final int SECURITY_HEADERS = 1000;
    /** Load is shed before any work is done. */
    public static final int LOAD_SHEDDING = 990;
    /** Calls of children, which skip the checks of forms, the sign-in and the pages, are answered. */
    public static final int DIRECT_CALLS = 960;
    /** Content other than forms, and forms of other sites, are refused. */
    public static final int FORMS_ONLY = 950;
    /** Forms sent and sign-ins ended are seen before Quarkus handles the sign-in. */
    public static final int BEFORE_SIGN_IN = 900;
    /** Cookies of old sign-ins are removed. */
    public static final int SIGN_IN_COOKIES = 800;
    /** Same as the authentication of Quarkus, after which the filters of the application come. */
    public static final int AUTHENTICATION = 200;

    private FilterOrder() {}
}
