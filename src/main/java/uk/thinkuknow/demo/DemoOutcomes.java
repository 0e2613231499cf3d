package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.SplittableRandom;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.results.outcome.OutcomeService;

/**
 * Invents the outcomes of past lessons: how many children answered right before and after. Their number is 70 to 94 in
 * a hundred of the children in the demo's classes.
 */
@Singleton
@Priority(40)
class DemoOutcomes implements DemoPart {
    /** Old enough that small numbers of an authority have already been merged into wider areas. */
    private static final int DAYS_AGO = 200;

    private final CurriculumService curriculum;
    private final OutcomeService outcomes;

    DemoOutcomes(CurriculumService curriculum, OutcomeService outcomes) {
        this.curriculum = curriculum;
        this.outcomes = outcomes;
    }

    @Override
    public void bringIn(Demo demo) {
        var contents = demo.contents();
        var regions = new HashMap<String, DemoContents.RegionRow>();
        contents.regions().forEach(row -> regions.put(row.key(), row));
        for (var module : curriculum.current()) {
            for (var authority : contents.authorities()) {
                var region = regions.get(authority.region());
                if (region != null) {
                    demo.years()
                            .forEach(year -> bringIn(
                                    module,
                                    year.key(),
                                    authority,
                                    region,
                                    demo.today().minusDays(DAYS_AGO),
                                    children(contents, module, authority.key())));
                }
            }
        }
        outcomes.makeBatchesNow();
    }

    private static int children(DemoContents contents, PublishedModule module, String authority) {
        return contents.schools().stream()
                .filter(school -> school.authority().equals(authority))
                .flatMap(school -> school.classes().stream())
                .filter(row ->
                        !row.untouched() && row.band().equals(module.lesson().band()))
                .mapToInt(DemoContents.ClassRow::cards)
                .sum();
    }

    private void bringIn(
            PublishedModule module,
            String year,
            DemoContents.AuthorityRow authority,
            DemoContents.RegionRow region,
            LocalDate since,
            int children) {
        for (var question : CountedQuestion.of(module.lesson())) {
            if (question.before() == null || children == 0) {
                continue;
            }
            // what a lesson changes is the same everywhere; only the number of children differs
            var lesson = new SplittableRandom((module.key() + question.step()).hashCode());
            var crowd = new SplittableRandom((module.key() + authority.key() + year).hashCode());
            double before = 0.3 + 0.4 * lesson.nextDouble();
            double learnt = 0.45 * lesson.nextDouble();
            var moves = Moves.NONE;
            for (int child = children * (70 + crowd.nextInt(25)) / 100; child > 0; child--) {
                boolean then = crowd.nextDouble() < before;
                boolean now = then ? crowd.nextDouble() > 0.06 : crowd.nextDouble() < learnt;
                moves = moves.plus(new Moves(
                        !then && !now ? 1 : 0, !then && now ? 1 : 0, then && !now ? 1 : 0, then && now ? 1 : 0));
            }
            outcomes.bringIn(
                    new OutcomeService.PastPairs(
                            module.versionId(),
                            question.step(),
                            question.scored(),
                            year,
                            new OutcomeService.Area(authority.key(), region.key(), region.nation()),
                            since),
                    moves);
        }
    }
}
