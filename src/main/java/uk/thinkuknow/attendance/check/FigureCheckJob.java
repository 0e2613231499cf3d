package uk.thinkuknow.attendance.check;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Consumer;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Runs the figure checks: each week draws some of the returns that began to count in the week before, by chance and by
 * risk, asks their schools for the heads again, reminds them after four days, and closes the questions not answered
 * within seven.
 */
@Singleton
class FigureCheckJob {
    static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration REMIND_BEFORE = Duration.ofDays(3);

    private final FigureDraws draws;
    private final FigureQuestions questions;
    private final FigureCheckLetters letters;
    private final DrawAudit audit;
    private final Clock clock;

    FigureCheckJob(
            FigureDraws draws, FigureQuestions questions, FigureCheckLetters letters, DrawAudit audit, Clock clock) {
        this.draws = draws;
        this.questions = questions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("random-checks", Words.of("check.job"), Schedule.hourly(8, 17, 10), this::run);
    }

    /** Draws from last week's returns if that has not been done, and closes or reminds of open questions. */
    void run() {
        var monday = London.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        RetryOnConflict.run(() -> draw(monday.minusWeeks(1)));
        due();
    }

    /**
     * Draws from the returns of the week that began on this Monday, once; a week without returns is tried again later.
     */
    void draw(LocalDate week) {
        draws.draw(week, clock.instant()).ifPresent(stored -> {
            audit.note(week, stored.draw());
            stored.byChance().forEach(each -> ask(stored.id(), each.sessionId(), List.of()));
            stored.byRisk().forEach(each -> ask(stored.id(), each.sessionId(), each.reasons()));
        });
    }

    private void ask(long draw, long session, List<RiskReason> reasons) {
        var question = new FigureQuestion(
                PublicId.draw(),
                draw,
                session,
                reasons,
                questions.signed(session),
                clock.instant().plus(A_WEEK));
        questions.persist(question);
        letters.ask(question, false);
    }

    /** Closes the questions whose week is over, and reminds schools once of those that end within three days. */
    void due() {
        each(RetryOnConflict.call(() -> questions.expired(clock.instant())), FigureQuestion::lapse);
        each(RetryOnConflict.call(() -> questions.toRemind(clock.instant().plus(REMIND_BEFORE))), question -> {
            question.recordReminder(clock.instant());
            letters.ask(question, true);
        });
    }

    private void each(List<PublicId> ids, Consumer<FigureQuestion> act) {
        EachInTransaction.run(
                "figure-check failed",
                ids,
                id -> questions.locked(id).filter(FigureQuestion::isAsked).ifPresent(act));
    }
}
