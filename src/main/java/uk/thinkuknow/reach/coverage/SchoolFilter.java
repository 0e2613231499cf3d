package uk.thinkuknow.reach.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;

/** The filters of the list of schools, and the page shown. */
record SchoolFilter(
        Show show, String words, String phase, @Nullable Size size, int page) {
    static final int A_PAGE = 25;
    private static final int LONGEST = 100;

    /** Filters schools by their last lesson. */
    enum Show {
        NEVER("ISNULL(c.last_lesson)"),
        DUE("c.last_lesson < ?"),
        ALL("TRUE");

        final String sql;

        Show(String sql) {
            this.sql = sql;
        }

        String words() {
            return Words.of(this);
        }

        static Optional<Show> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Filters schools by the number of pupils on the roll. */
    enum Size {
        SMALL("c.roll < 100"),
        MIDDLE("c.roll BETWEEN 100 AND 299"),
        LARGE("c.roll BETWEEN 300 AND 999"),
        VERY_LARGE("c.roll >= 1000"),
        NOT_KNOWN("ISNULL(c.roll)");

        final String sql;

        Size(String sql) {
            this.sql = sql;
        }

        String words() {
            return Words.of(this);
        }

        static Optional<Size> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The query parameters of the list; a missing one takes its default. */
    record Parameters(
            @RestQuery @Nullable String show,
            @RestQuery @Nullable String words,
            @RestQuery @Nullable String phase,
            @RestQuery @Nullable String size) {}

    SchoolFilter {
        words = words.strip();
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        page = Math.max(1, page);
    }

    /** @throws NotFound for an unknown value of a filter */
    static SchoolFilter of(Parameters asked, int page) {
        var show = asked.show();
        var size = asked.size();
        return new SchoolFilter(
                show == null || show.isEmpty() ? Show.NEVER : Show.of(show).orElseThrow(NotFound::new),
                Objects.requireNonNullElse(asked.words(), ""),
                Objects.requireNonNullElse(asked.phase(), ""),
                size == null || size.isEmpty() ? null : Size.of(size).orElseThrow(NotFound::new),
                page);
    }

    int offset() {
        return (page - 1) * A_PAGE;
    }
}
