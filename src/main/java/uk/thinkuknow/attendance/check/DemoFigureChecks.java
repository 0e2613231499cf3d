package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.PublicId;

/** Adds figure checks of chosen returns to demo data. No email is written. */
@Singleton
public class DemoFigureChecks {
    private final FigureDraws draws;
    private final FigureQuestions questions;
    private final SessionService sessions;
    private final Clock clock;

    DemoFigureChecks(FigureDraws draws, FigureQuestions questions, SessionService sessions, Clock clock) {
        this.draws = draws;
        this.questions = questions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Stores a draw of this return for the week that began on a Monday; does nothing if that week has a draw already.
     *
     * @param answeredBy the name of the colleague who gave one head fewer than signed; null leaves the question open
     */
    @Transactional
    public void bringIn(LocalDate week, PublicId session, @Nullable String answeredBy) {
        var now = clock.instant();
        var id = sessions.session(session).id();
        var only = new Candidate(session.value(), id, List.of());
        draws.draw(week, List.of(only), now).ifPresent(kept -> {
            var question = new FigureQuestion(
                    PublicId.draw(), kept.id(), id, List.of(), questions.signed(id), now.plus(FigureCheckJob.A_WEEK));
            if (answeredBy != null) {
                var said = question.heads().stream().map(ClassHeads::signed).collect(Collectors.toList());
                said.set(0, Math.max(0, said.getFirst() - 1));
                question.answer(said, answeredBy, now);
            }
            questions.persist(question);
        });
    }
}
