package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;

/**
 * An area on a tile map.
 *
 * @param shape a sign before the words that is not read aloud, or null
 * @param tone ahead, on, behind or far
 * @param place the style classes of its column and row, or empty
 */
public record MapTile(
        String name,
        @Nullable String href,
        String figure,
        String words,
        @Nullable String shape,
        String tone,
        String place) {}
