package uk.thinkuknow.results.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.analysis.RenderedPairs;

/**
 * The pages of questions at one moment, for {@code TwoSourcesTest}: the exact counts of the whole country, for each
 * version by year and in all years, and what the pages show of them.
 */
record ShownQuestionPages(TreeMap<String, Moves> exact) {
    /** Returns the pages after each arrival. */
    static List<ShownQuestionPages> afterEach(List<DisclosureAttack.Arrival> arrivals) {
        var pages = new ArrayList<ShownQuestionPages>();
        var exact = new TreeMap<String, Moves>();
        for (var each : arrivals) {
            exact.merge(each.asked().version() + " " + each.asked().year(), each.moves(), Moves::plus);
            exact.merge(each.asked().version() + " all", each.moves(), Moves::plus);
            pages.add(new ShownQuestionPages(new TreeMap<>(exact)));
        }
        return pages;
    }

    String shown() {
        var all = new StringBuilder();
        exact.forEach((asked, moves) ->
                all.append(asked).append(' ').append(RenderedPairs.page(moves)).append('/'));
        return all.toString();
    }
}
