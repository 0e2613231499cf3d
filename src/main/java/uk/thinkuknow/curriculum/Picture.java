package uk.thinkuknow.curriculum;

/** A drawing of the module's own folder and the words that stand for it; empty words say it is decoration. */
public record Picture(String file, String name) {}
