package uk.thinkuknow.facts;

/**
 * That a text refers to a fact, and as it was told then.
 *
 * @param hash of all that was told of it
 */
public record FactUsed(String key, String hash) {}
