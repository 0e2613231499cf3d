package uk.thinkuknow.identity.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Supplies figures and lists for the staff home page. Implemented by packages that depend on this one; those with a
 * higher {@code @Priority} come first.
 */
public interface HomeContent {
    HomeParts parts(StaffMember me);

    /** The figures and lists of one package for a person. */
    record HomeParts(List<HomeFigure> figures, List<HomeList> lists) {
        public static final HomeParts NONE = new HomeParts(List.of(), List.of());
    }

    /**
     * A figure at a glance.
     *
     * @param range the least and the most it may be; empty if it is exact
     * @param href the page that explains it; null if there is none
     */
    record HomeFigure(
            String name,
            String number,
            String range,
            String text,
            @Nullable String href) {}

    /** A list of a few lines, with the page that has all. */
    record HomeList(String title, String href, String all, List<HomeLine> lines) {}

    /** A line of a list, with the words, colour and shape of its tag. */
    record HomeLine(String words, String href, String detail, String tag, String tone, String shape) {}
}
