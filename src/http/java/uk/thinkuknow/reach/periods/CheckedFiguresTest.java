package uk.thinkuknow.reach.periods;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.attendance.check.RiskCheck;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that figures as at a moment contain the result of the figure check as at that moment, and that the brief states
 * it.
 */
@QuarkusTest
class CheckedFiguresTest {
    private static final Instant DRAWN = Instant.parse("2026-06-08T08:10:00Z");
    private static final Instant THEN = Instant.parse("2026-10-01T06:00:00Z");
    private static final Instant LATER = Instant.parse("2026-10-03T06:00:00Z");
    private static final String TERM = "2025-26-summer";
    private static final RiskCheck BY_RISK = new RiskCheck(1, 0, 1, 1);

    @Inject
    GivenTerm given;

    @Inject
    PeriodCounter counter;

    @Inject
    FrozenReach reach;

    @Inject
    EntityManager database;

    @Test
    void anAnswerAfterAMomentChangesNothingAsAtThatMomentAndAnswersByRiskAreApart() {
        var school = given.school();
        var schoolClass = given.addClass(school, 30);
        for (var day : new String[] {"2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05"}) {
            given.lesson(school, schoolClass, day, 1, 20, Instant.parse(day + "T12:00:00Z"));
        }
        run("insert into figure_draw (week, seed, among, drawn_at) values ('2026-06-01', 'a1', '', '%s')"
                .formatted(utc(DRAWN)));
        asked(school, "2026-06-02", "ANSWERED", THEN.minusSeconds(60), THEN.minusSeconds(3600), 19);
        asked(school, "2026-06-03", "LAPSED", THEN.minusSeconds(60), null, null);
        asked(school, "2026-06-04", "ASKED", LATER, null, null);
        asked(school, "2026-06-05", "ANSWERED", THEN.minusSeconds(60), THEN.minusSeconds(3600), 3);
        run("update figure_question set draw_kind = 'RISK', reasons = 'AMENDED' where public_id = 'cf20260605'");
        assertEquals(new FigureCheck(3, 1, 1, 20, 19, null, BY_RISK), check(TERM, THEN));
        assertEquals(1, check(TERM, THEN).lapsed());
        assertEquals(new FigureCheck(3, 1, 1, 20, 19, null, BY_RISK), check("2026-27-q1", THEN), "April to June");
        assertEquals(0, check(TERM, DRAWN.minusSeconds(1)).asked());
        assertEquals(0, check("2025-26-autumn", DRAWN).asked());

        run(
                "update figure_heads h join figure_question q on q.id = h.question_id set h.said = 10 where q.state = 'ASKED' and q.public_id like 'cf%'");
        run(
                "update figure_question set state = 'ANSWERED', answered_by = 'C', answered_at = '%s' where state = 'ASKED' and public_id like 'cf%%'"
                        .formatted(utc(LATER.minusSeconds(60))));
        assertEquals(new FigureCheck(3, 1, 1, 20, 19, null, BY_RISK), check(TERM, THEN));
        assertEquals(new FigureCheck(3, 0, 2, 40, 29, null, BY_RISK), check(TERM, LATER));
    }

    @Test
    void theBriefStatesTheResultOfTheCheckOrThatNoReturnWasAskedAgain() {
        assertTrue(notes(GivenFigures.ofOneRegion("North")).contains("""
                4 returns were picked by chance and checked with somebody else at the school: 2 answered, 1 not answered, \
                1 within their week. They said 24 children where 25 were signed: 4.0% fewer."""));
        assertTrue(notes(GivenFigures.ofOneRegion("North")).contains("""
                3 returns were picked because of a sign of risk: 2 answered, and 1 answer differs from what was signed. \
                This says nothing about other returns."""));
        assertEquals(
                "No return of these lessons was checked by chance.",
                BriefWords.asked(shown(new FigureCheck(0, 0, 0, 0, 0, null, null), Set.of())));
    }

    @Test
    void aBriefHidesWhatOneSchoolSaidAndHowManyReturnsWereAskedIfTheyAreTooFew() {
        var one = new FigureCheck(1, 0, 1, 24, 23, null, null);
        assertEquals(
                "Returns of these lessons were checked by chance, but too few to show.",
                BriefWords.asked(shown(one, Set.of("check//asked", "check//said"))));
        assertEquals(
                "6 returns of these lessons were checked by chance, and 5 answered. How far the heads differ comes from too few to show.",
                BriefWords.asked(shown(new FigureCheck(6, 0, 5, 140, 139, null, null), Set.of("check//said"))));
    }

    private static ShownFigures shown(FigureCheck check, Set<String> hidden) {
        var some = GivenFigures.ofOneRegion("North");
        return new ShownFigures(
                new FrozenFigures(
                        some.format(),
                        some.period(),
                        some.asAt(),
                        some.rules(),
                        some.total(),
                        some.tables(),
                        some.schools(),
                        some.weeks(),
                        some.quality(),
                        some.others(),
                        some.professionals(),
                        check),
                hidden,
                Set.of());
    }

    private static String notes(FrozenFigures figures) {
        var days = new BriefWords.Days(
                "Autumn term 2025-26", LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 31), true, false);
        var stamp = new BriefView.Stamp("", "", 1, "", "", "", null);
        return String.join("\n", BriefWords.view(figures, days, 1, stamp).notes());
    }

    private void asked(
            GivenTerm.School school,
            String day,
            String state,
            Instant due,
            @Nullable Instant answered,
            @Nullable Integer said) {
        run("""
                insert into figure_question (public_id, draw_id, session_id, state, due_at, answered_by, answered_at)
                select 'cf%s', d.id, s.id, '%s', '%s', %s, %s from figure_draw d, session s
                where d.week = '2026-06-01' and s.school_id = %d and s.local_date = '%s'""".formatted(
                        day.replace("-", ""),
                        state,
                        utc(due),
                        answered == null ? "null" : "'C'",
                        answered == null ? "null" : "'" + utc(answered) + "'",
                        school.id(),
                        day));
        run("""
                insert into figure_heads (question_id, place, class_id, name, signed, said)
                select id, 0, 1, '5B Rowan', 20, %s from figure_question where public_id = 'cf%s'""".formatted(said, day.replace("-", "")));
    }

    private FigureCheck check(String period, Instant asAt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> counter.count(period, asAt, reach.places(period)).check());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
