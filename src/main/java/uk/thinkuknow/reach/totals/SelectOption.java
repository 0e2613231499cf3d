package uk.thinkuknow.reach.totals;

/** One option of a select or a group of radio buttons. */
public record SelectOption(String value, String words, boolean chosen) {}
