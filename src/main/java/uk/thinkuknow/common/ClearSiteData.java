package uk.thinkuknow.common;

/** The header by which a browser forgets what it kept of the pages of somebody who has signed out. */
public final class ClearSiteData {
    public static final String HEADER = "Clear-Site-Data";

    /** Never "storage": on a tablet that is shared, a child's answers may still wait there. */
    public static final String CACHE = "\"cache\"";

    private ClearSiteData() {}
}
