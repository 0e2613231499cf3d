package uk.thinkuknow.results.analysis;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.answers.AnswersExpired;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCounter;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.results.analysis.CountedSessions.Counted;

/**
 * Counts how the questions and steps of a module version went: from the answers until they are deleted, from the
 * tallies afterwards.
 */
@Singleton
public class AnalysisService {
    private static final int SESSIONS_AT_ONCE = 200;

    private final CountedSessions sessions;
    private final CountedSeatsQuery seats;
    private final LessonCounter counting;
    private final AnswerTallies tallies;
    private final CurriculumService curriculum;

    AnalysisService(
            CountedSessions sessions,
            CountedSeatsQuery seats,
            LessonCounter counting,
            AnswerTallies tallies,
            CurriculumService curriculum) {
        this.sessions = sessions;
        this.seats = seats;
        this.counting = counting;
        this.tallies = tallies;
        this.curriculum = curriculum;
    }

    /**
     * Adds the counts of the expired answers to the tallies, in the transaction that deletes the answers; sessions that
     * do not count are left out.
     */
    void addToTallies(@Observes AnswersExpired deleted) {
        byVersionAndYear(sessions.among(deleted.sessions()))
                .forEach((version, years) ->
                        years.forEach((year, some) -> tallies.add(version, year, count(version, some))));
    }

    /**
     * Returns the counts of a module version by school year. Tallies and answers are read in one snapshot, so that an
     * answer deleted meanwhile is counted once.
     */
    @Transactional
    Map<String, AnswerCounts> of(long version) {
        var byYear = new TreeMap<String, AnswerCounts>();
        tallies.of(version).forEach((year, children) -> byYear.put(year, new AnswerCounts(children)));
        byVersionAndYear(sessions.ofVersion(version))
                .getOrDefault(version, Map.of())
                .forEach((year, some) -> {
                    var children = count(version, some);
                    if (!children.isEmpty()) {
                        byYear.merge(year, new AnswerCounts(children), AnswerCounts::and);
                    }
                });
        return byYear;
    }

    /** Adds counts from before this installation to the tallies, for demo data. */
    @Transactional
    public void bringIn(long version, String year, Map<LessonCount, Integer> children) {
        tallies.add(version, year, new TreeMap<>(children));
    }

    private Map<LessonCount, Integer> count(long version, List<Long> all) {
        var lesson = curriculum.version(version).lesson();
        var counts = new TreeMap<LessonCount, Integer>();
        for (int from = 0; from < all.size(); from += SESSIONS_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + SESSIONS_AT_ONCE));
            counting.of(seats.of(some), lesson).forEach((what, children) -> counts.merge(what, children, Integer::sum));
        }
        return counts;
    }

    private static Map<Long, Map<String, List<Long>>> byVersionAndYear(List<Counted> counted) {
        return counted.stream()
                .collect(Collectors.groupingBy(
                        Counted::version,
                        TreeMap::new,
                        Collectors.groupingBy(
                                Counted::year,
                                TreeMap::new,
                                Collectors.mapping(Counted::session, Collectors.toList()))));
    }
}
