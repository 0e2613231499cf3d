package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list and the links to the pages beside it.
 *
 * @param page its number, from 1
 * @param of the number of pages
 * @param href the address of a page without its number at the end
 */
public record NumberedPages(int page, int of, String href) {
    public @Nullable String before() {
        return page > 1 ? href + (page - 1) : null;
    }

    public @Nullable String after() {
        return page < of ? href + (page + 1) : null;
    }
}
