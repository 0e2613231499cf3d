package uk.thinkuknow.web;

/** Holds the path of the staff home page. */
public final class Home {
    public static final String PATH = "/staff";

    private Home() {}
}
