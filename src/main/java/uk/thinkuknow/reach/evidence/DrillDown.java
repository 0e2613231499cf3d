package uk.thinkuknow.reach.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.attendance.returns.ManagerPaths;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Builds the pages of a school and of a session on which users follow a reach figure down to the signed return behind
 * it, with the breadcrumbs above. Users see only schools in their own area.
 */
@Singleton
public class DrillDown implements ManagerPaths {
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

    @Override
    public String ofSession(PublicId session) {
        return "/reach/sessions/" + session;
    }

    @Override
    public String ofSchool(PublicId school) {
        return "/reach/schools/" + school;
    }

    @Override
    public String schools() {
        return "/schools";
    }

    /**
     * The breadcrumbs above a region's page.
     *
     * @throws NotFound if there is no such region or the user may not see all of it
     */
    @Transactional
    public List<Crumb> toRegion(String key, Period period) {
        if (areas.regions(people.me().reads()).stream()
                .noneMatch(region ->
                        region.key().equals(key) && people.me().reads().holdsRegion(key))) {
            throw new NotFound();
        }
        return List.of(new Crumb(Words.of("evidence.reach"), "/reach" + period.query()));
    }

    /**
     * The breadcrumbs above an authority's page.
     *
     * @throws NotFound if there is no such authority or it is outside the user's area
     */
    @Transactional
    public List<Crumb> toAuthority(String key, Period period) {
        var mine = people.me().reads();
        var authority = Optional.ofNullable(areas.authorities().get(key)).orElseThrow(NotFound::new);
        var region = areas.regions(Scope.region(authority.region())).getFirst();
        if (!mine.holds(region.nation(), region.key(), key)) {
            throw new NotFound();
        }
        return List.of(
                new Crumb(Words.of("evidence.reach"), "/reach" + period.query()),
                new Crumb(
                        region.name(),
                        mine.holdsRegion(region.key()) ? "/reach/regions/" + region.key() + period.query() : null));
    }

    /**
     * A school's page of the period.
     *
     * @throws NotFound if there is no such school or it is outside the user's area
     */
    @Transactional
    public SchoolView school(String publicId, Period period) {
        var school = mine(schools.school(new PublicId(publicId)));
        var lines = returns.lines(school.id(), period.year());
        var story = new SchoolTimeline(lines);
        var sessions = returns.sessions(school.id(), period.year()).stream()
                .filter(session -> in(period, Period.TERMS.indexOf(session.term())))
                .toList();
        return new SchoolView(
                where(school, period, List.of()),
                SchoolReachWords.sentence(lines, sessions, period, school.roll()),
                SchoolSession.pending(sessions).toConfirm() > 0,
                clock.instant(),
                SchoolReachWords.classes(lines, period),
                SchoolReachWords.rows(sessions, story, null).reversed(),
                SchoolReachWords.added(lines, sessions, story, period));
    }

    /**
     * The figures of a school's classes for the current school year; empty if the user may not see them, or if no
     * school year is known for today.
     */
    @Transactional
    public Optional<SchoolFigures> figures(PublicId publicId) {
        var me = people.me();
        var school = schools.school(publicId);
        if (!me.is(Role.MANAGER) && !me.is(Role.AUDITOR) || !school.isIn(me.reads())) {
            return Optional.empty();
        }
        return schools.termBy(school.nation(), London.today(clock)).map(term -> {
            var period = new Period(term.yearKey(), null);
            var count = SchoolReachWords.reach(returns.lines(school.id(), period.year()), period);
            var pending = SchoolSession.pending(returns.sessions(school.id(), period.year()));
            return new SchoolFigures(period.year(), count.figure(), count.attendances(), pending, school.roll());
        });
    }

    /**
     * A session's page with the evidence for its count.
     *
     * @throws NotFound if there is no such lesson or its school is outside the user's area
     */
    @Transactional
    public EvidenceView session(String publicId) {
        var home = returns.homeOf(publicId).orElseThrow(NotFound::new);
        var school = mine(schools.school(home.schoolId()));
        var sessions = returns.sessions(school.id(), home.year());
        var session = sessions.stream()
                .filter(each -> each.publicId().equals(publicId))
                .findFirst()
                .orElseThrow(NotFound::new);
        var story = new SchoolTimeline(returns.lines(school.id(), home.year()));
        var period = new Period(home.year(), session.term());
        var trail = people.trailOf("session " + publicId);
        var change = returns.changeOf(publicId);
        boolean manages = people.me().is(Role.MANAGER);
        var signature = new EvidenceView.Signature(
                session.isCounted(),
                change.map(EvidenceWords::changing).orElse(null),
                EvidenceWords.next(session, manages),
                manages,
                EvidenceWords.facts(
                        session, story.of(session.id()), change.isPresent(), returns.confirmationOf(publicId)),
                EvidenceWords.trail(publicId, trail),
                EvidenceWords.versions(publicId, returns.versionsOf(publicId), trail, change));
        return new EvidenceView(
                publicId,
                session.taught().title() + ", " + session.taught().classes() + ", " + TextFormat.day(session.date()),
                where(school, period, List.of(new Crumb(school.name(), ofSchool(school.publicId()) + period.query()))),
                EvidenceWords.sentence(session, story.of(session.id())),
                session.isCounted() ? EvidenceWords.equation(story.of(session.id())) : List.of(),
                signature,
                SchoolReachWords.rows(
                                sessions.stream()
                                        .filter(each -> each.term().equals(session.term()))
                                        .toList(),
                                story,
                                session)
                        .reversed());
    }

    private SchoolFacts mine(SchoolFacts school) {
        if (!school.isIn(people.me().reads())) {
            throw new NotFound();
        }
        return school;
    }

    /** The breadcrumbs above a school. */
    private List<Crumb> crumbs(SchoolFacts school, Period period, List<Crumb> more) {
        var crumbs = new ArrayList<Crumb>();
        var area = school.area();
        crumbs.add(new Crumb(Words.of("evidence.reach"), "/reach" + period.query()));
        crumbs.add(new Crumb(
                area.regionName(),
                people.me().reads().holdsRegion(area.regionKey())
                        ? "/reach/regions/" + area.regionKey() + period.query()
                        : null));
        crumbs.add(new Crumb(area.authorityName(), "/reach/authorities/" + area.authorityKey() + period.query()));
        crumbs.addAll(more);
        return crumbs;
    }

    private SchoolView.Where where(SchoolFacts school, Period period, List<Crumb> more) {
        var facts = new ArrayList<String>();
        facts.add(TextFormat.capitalised(school.phase()));
        facts.add(school.town() + " " + school.postcode());
        var roll = school.roll();
        if (roll != null) {
            facts.add(Words.of("evidence.onRoll", roll));
        }
        return new SchoolView.Where(
                school.publicId().value(),
                school.name(),
                crumbs(school, period, more),
                school.area().authorityName(),
                String.join(", ", facts));
    }

    /** Returns whether a term, numbered from 0, belongs to the period. */
    static boolean in(Period period, int term) {
        return term >= period.first() && term <= period.last();
    }
}
