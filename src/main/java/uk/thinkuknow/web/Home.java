package uk.thinkuknow.web;

/** The page where staff start. */
public final class Home {
    public static final String PATH = "/staff";

    private Home() {}
}
