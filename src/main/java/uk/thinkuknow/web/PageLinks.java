package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list and the links to the pages before and after it; null where there is none.
 *
 * @param page its number, from 1
 * @param of how many pages are known
 */
public record PageLinks(
        int page, int of, @Nullable String before, @Nullable String after) {
    /**
     * The links of a page.
     *
     * @param href the list's address, up to the parameter for the page
     */
    public static PageLinks of(String href, int page, int pages) {
        return new PageLinks(
                page,
                pages,
                page > 1 ? href + "page=" + (page - 1) : null,
                page < pages ? href + "page=" + (page + 1) : null);
    }

    /** The links of a page of a list that only knows whether there is more. */
    public static PageLinks of(String href, int page, boolean more) {
        return of(href, page, more ? page + 1 : page);
    }
}
