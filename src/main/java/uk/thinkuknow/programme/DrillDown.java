package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.school.SchoolFacts;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;

/** The door from a figure down to its school and its signed return, for those whose region it is. */
@Singleton
public class DrillDown {
    private final SchoolReturns returns;
    private final SchoolService schools;
    private final PeopleService people;
    private final Areas areas;
    private final Clock clock;

    DrillDown(SchoolReturns returns, SchoolService schools, PeopleService people, Areas areas, Clock clock) {
        this.returns = returns;
        this.schools = schools;
        this.people = people;
        this.areas = areas;
        this.clock = clock;
    }

    /** @throws NotFound for no region, or for another manager's */
    @Transactional
    void requireRegion(String key) {
        var mine = people.me().regionKey();
        if (mine != null && !mine.equals(key)
                || areas.regions().stream().noneMatch(region -> region.key().equals(key))) {
            throw new NotFound();
        }
    }

    /** @throws NotFound for no school, or one of another manager's region */
    @Transactional
    SchoolView school(String publicId, Period period) {
        var school = mine(schools.school(new PublicId(publicId)));
        var lines = returns.lines(school.id(), period.year());
        var story = new SchoolStory(lines);
        var sessions = returns.sessions(school.id(), period.year()).stream()
                .filter(session -> in(period, Period.TERMS.indexOf(session.term())))
                .toList();
        return new SchoolView(
                school.name(),
                where(school),
                SchoolWords.sentence(lines, sessions, period, school.roll()),
                clock.instant(),
                SchoolWords.classes(lines, period),
                SchoolWords.rows(sessions, story, null).reversed());
    }

    /** What a school's classes came to in this year so far, for whoever may see it; for others there is none. */
    @Transactional
    public Optional<SchoolFigures> figures(PublicId publicId) {
        var me = people.me();
        var school = schools.school(publicId);
        var region = me.regionKey();
        if (!me.is(Role.MANAGER) || region != null && !region.equals(school.regionKey())) {
            return Optional.empty();
        }
        return schools.termOn(school.nation(), London.today(clock)).map(term -> {
            var period = new Period(term.yearKey(), null);
            var count = SchoolWords.reach(returns.lines(school.id(), period.year()), period);
            long awaiting = returns.sessions(school.id(), period.year()).stream()
                    .filter(SchoolSession::isAwaiting)
                    .count();
            return new SchoolFigures(
                    period.year(), count.lower(), count.upper(), count.attendances(), (int) awaiting, school.roll());
        });
    }

    /** @throws NotFound for no lesson, or one of another manager's region */
    @Transactional
    EvidenceView session(String publicId) {
        var home = returns.homeOf(publicId).orElseThrow(NotFound::new);
        var school = mine(schools.school(home.schoolId()));
        var sessions = returns.sessions(school.id(), home.year());
        var session = sessions.stream()
                .filter(each -> each.publicId().equals(publicId))
                .findFirst()
                .orElseThrow(NotFound::new);
        var story = new SchoolStory(returns.lines(school.id(), home.year()));
        var period = new Period(home.year(), session.term());
        var signature = new EvidenceView.Signature(
                session.isCounted(),
                !session.isCounted() && !session.isWithdrawn(),
                EvidenceWords.facts(session, story.of(session.id())),
                EvidenceWords.trail(people.trailOf("session " + publicId)),
                period.query());
        return new EvidenceView(
                publicId,
                session.taught().title() + ", " + session.taught().classes() + ", " + InWords.day(session.date()),
                where(school),
                school.name(),
                EvidenceWords.sentence(session, story.of(session.id())),
                session.isCounted() ? EvidenceWords.equation(story.of(session.id())) : List.of(),
                signature,
                SchoolWords.rows(
                                sessions.stream()
                                        .filter(each -> each.term().equals(session.term()))
                                        .toList(),
                                story,
                                session)
                        .reversed());
    }

    private SchoolFacts mine(SchoolFacts school) {
        var region = people.me().regionKey();
        if (region != null && !region.equals(school.regionKey())) {
            throw new NotFound();
        }
        return school;
    }

    private static SchoolView.Where where(SchoolFacts school) {
        var facts = new ArrayList<String>();
        facts.add(InWords.phase(school.phase()));
        facts.add(school.town() + " " + school.postcode());
        var roll = school.roll();
        if (roll != null) {
            facts.add(InWords.number(roll) + " on roll");
        }
        return new SchoolView.Where(
                school.publicId().value(),
                school.regionKey(),
                school.area().regionName(),
                school.area().authorityName(),
                String.join(", ", facts),
                null);
    }

    static boolean in(Period period, int term) {
        return term >= period.first() && term <= period.last();
    }
}
