package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;

/** One page of a list, counted from 1, and the links to the page before and after it; null where there is none. */
public record PageLinks(
        int page, @Nullable String before, @Nullable String after) {
    /** @param href the list's address, up to the parameter for the page */
    public static PageLinks of(String href, int page, boolean more) {
        return new PageLinks(
                page, page > 1 ? href + "page=" + (page - 1) : null, more ? href + "page=" + (page + 1) : null);
    }
}
