package uk.thinkuknow.programme;

/** A choice in a form. */
record Choice(String value, String words, boolean chosen) {}
