package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.worry.DemoWorry;
import uk.thinkuknow.classroom.worry.DemoWorryStore;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Creates two invented past worries, one being handled and one closed, so that the safeguarding lead's page is not
 * empty.
 */
@Singleton
@Priority(60)
class DemoWorries implements DemoPart {
    private static final String SCHOOL_OF = "tess";
    private static final String LEAD = "dee";
    private static final Duration INTO_THE_LESSON = Duration.ofMinutes(32);

    private final SessionService sessions;
    private final SchoolService schools;
    private final DemoWorryStore worries;
    private final PeopleService people;
    private final Clock clock;

    DemoWorries(
            SessionService sessions, SchoolService schools, DemoWorryStore worries, PeopleService people, Clock clock) {
        this.sessions = sessions;
        this.schools = schools;
        this.worries = worries;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void bringIn(Demo demo) {
        var school = people.byUsername(SCHOOL_OF).orElseThrow().school();
        var past = sessions.sessionsOf(school, 0, 10).stream()
                .filter(session ->
                        session.endedAt() != null && !session.classes().isEmpty())
                .toList();
        if (past.size() < 2) {
            return;
        }
        bringIn(past.get(0), 4, Words.of("demo.groupChatWorry"), Words.of("demo.groupChatWorryNote"), false);
        bringIn(past.get(1), 11, Words.of("demo.gameWorry"), Words.of("demo.gameWorryNote"), true);
    }

    /**
     * The later of two instants. A worry closed more than 30 days ago would be deleted in the first night of the demo.
     */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void bringIn(SessionFacts session, int number, String words, String note, boolean closed) {
        var group = schools.classOf(session.classes().getFirst().classId());
        var card = group.cards().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElse(group.cards().getFirst());
        var sent = session.startedAt().plus(INTO_THE_LESSON);
        var lead = people.byUsername(LEAD).orElseThrow();
        worries.store(new DemoWorry(
                session.schoolId(),
                session.id(),
                new DemoWorry.Card(
                        group.name(),
                        card.picture().key(),
                        card.number(),
                        card.picture().name()),
                words,
                sent,
                new DemoWorry.Handling(lead.id(), lead.name(), sent.plus(Duration.ofMinutes(14)), note),
                closed ? later(sent.plus(Duration.ofHours(5)), clock.instant().minus(Duration.ofDays(9))) : null));
    }
}
