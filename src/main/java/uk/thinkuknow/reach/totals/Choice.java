package uk.thinkuknow.reach.totals;

/** A choice in a form. */
public record Choice(String value, String words, boolean chosen) {}
