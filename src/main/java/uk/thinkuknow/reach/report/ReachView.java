package uk.thinkuknow.reach.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;

/** The records that the templates of the reach pages show: formatted figures, words and chart lengths. */
public final class ReachView {
    private ReachView() {}

    /** The headline figure of reach with its target, course and range. */
    record Headline(
            FigureText figure,
            String unit,
            @Nullable String againstTarget,
            @Nullable String course,
            String counted,
            @Nullable String beside) {}

    /** The reach of an area or band, shown as a row of a table or as a tile of the map. */
    record Row(
            String name,
            @Nullable String href,
            boolean indented,
            Cells cells,
            @Nullable TargetProgress course,
            @Nullable TargetBar bar) {
        /** The words of its tile: the range where the tile shows the number of children instead of a share. */
        String wordsOfTile() {
            if (cells.share().isEmpty() && cells.fresh().isKnown()) {
                return cells.fresh().range();
            }
            return course == null ? Words.of("report.noCourse") : course.words();
        }
    }

    /**
     * The formatted reach figures of a row. An empty target means that none is set; a dash means that nothing is known
     * yet.
     */
    record Cells(String target, FigureText fresh, String share, FigureText reach, Sessions sessions) {}

    /** The formatted numbers of a row: signed sessions, what does not count yet, attendances and largest sessions. */
    record Sessions(String signed, Pending pending, String attendances, String largest) {}

    /**
     * What does not count yet.
     *
     * @param children those of the returns to be confirmed, in words; empty if there is none
     */
    public record Pending(String awaiting, String toConfirm, String children) {}

    /** A line for another audience or for training, with its sessions and heads. */
    public record Line(String audience, String sessions, String heads, String target) {}

    /**
     * A fact below the headline.
     *
     * @param href the list of missing returns or of those to confirm, or null
     * @param awaiting whether it is about missing returns
     */
    record Fact(
            String name,
            String number,
            String text,
            @Nullable String href,
            boolean awaiting) {
        Fact(String name, String number, String text) {
            this(name, number, text, null, false);
        }
    }

    /** A week in the table below the climb chart. */
    public record WeekRow(String week, FigureText added, FigureText soFar) {}

    /** The climb chart in two sizes, with a sentence and a table for those who do not see it. */
    public record ClimbView(String sentence, ClimbChart wide, ClimbChart narrow, List<WeekRow> weeks) {}
}
