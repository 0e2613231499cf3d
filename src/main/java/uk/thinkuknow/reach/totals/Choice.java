package uk.thinkuknow.reach.totals;

/** One option of a select or a group of radio buttons. */
public record Choice(String value, String words, boolean chosen) {}
