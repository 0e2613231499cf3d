package uk.thinkuknow.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a brief says, all of it in words and written-out figures.
 *
 * @param targets whether targets are set for such a period
 * @param besides what is counted apart, and is none of the children: professionals, assemblies, parents, staff
 */
record BriefView(
        String title,
        String lede,
        String number,
        List<Fact> facts,
        List<Fact> besides,
        List<Row> nations,
        List<Row> regions,
        List<Row> bands,
        Row total,
        boolean targets,
        List<String> notes,
        Stamp stamp) {

    /** A figure with what it is. */
    record Fact(String name, String figure, String words) {}

    /** A row of a table; a dash stands where nothing is signed, and nothing where no target was set. */
    record Row(String name, String target, String reached, String range, String share, String awaiting) {}

    /**
     * What makes the figures be found again.
     *
     * @param changed since the brief before, or null in the first
     */
    record Stamp(
            String issued,
            String asAt,
            int rules,
            String signed,
            String approved,
            String hash,
            @Nullable String changed) {}
}
