package uk.thinkuknow.reach.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of reach show, in words and lengths; figures are already written out. */
public final class ReachView {
    private ReachView() {}

    /** The one sentence, with what stands around it. */
    record Headline(
            String number,
            String unit,
            @Nullable String againstTarget,
            @Nullable String course,
            String range,
            @Nullable String beside) {}

    /** A row of a table or a tile of the map. */
    record Row(
            String name,
            @Nullable String href,
            boolean indented,
            Cells cells,
            @Nullable Course course,
            @Nullable Bar bar) {}

    /** The figures of a row; an empty target is none set, and a dash stands where nothing is known yet. */
    record Cells(String target, String fresh, String upTo, String share, String reach, Sessions sessions) {}

    /** Sessions, those awaited and everyone who was there. */
    record Sessions(String signed, String awaiting, String attendances, String largest) {}

    /** An area on the map; {@code place} is empty, or the style that puts it about where it lies. */
    record Tile(Row area, String place) {}

    /** Who was there at sessions that are no lessons, and at training. */
    public record Line(String audience, String sessions, String heads, String target) {}

    /** A fact beside the headline, with what can be done about it. */
    record Fact(
            String name,
            String number,
            String text,
            @Nullable String act,
            @Nullable String href) {
        Fact(String name, String number, String text) {
            this(name, number, text, null, null);
        }
    }

    /** A week of the climb. */
    public record WeekRow(String week, String added, String soFar) {}

    /** The climb as two drawings and a table. */
    public record ClimbView(String sentence, ClimbChart wide, ClimbChart narrow, List<WeekRow> weeks) {}
}
