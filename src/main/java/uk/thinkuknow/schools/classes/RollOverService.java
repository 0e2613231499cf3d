package uk.thinkuknow.schools.classes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.RollOverFacts;
import uk.thinkuknow.schools.school.RollOverStore;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Proposes, checks, makes and undoes a school's roll-over to the next year's classes. Making and undoing it are
 * audited.
 */
@Singleton
public class RollOverService {
    private static final int LAST_OF_PRIMARY = 6;
    private static final String AUTUMN = "autumn";

    private final SchoolService schools;
    private final RollOverStore store;
    private final RosterService roster;
    private final PeopleService people;
    private final Clock clock;

    RollOverService(
            SchoolService schools, RollOverStore store, RosterService roster, PeopleService people, Clock clock) {
        this.schools = schools;
        this.store = store;
        this.roster = roster;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The years and classes of a roll-over, made or not.
     *
     * @param other the other year the school could roll into, or null
     * @param classes the classes of the year rolled from, by name, each with its number of cards in force
     * @param there how many classes the new year has already
     * @param done the roll-over, if it was made, or null
     */
    record RollOverContext(
            String fromYear,
            String toYear,
            @Nullable String other,
            Map<ClassFacts, Integer> classes,
            int there,
            @Nullable RollOverFacts done) {}

    /**
     * The roll-over into a year. If none is given: into this year in the autumn term while the school has classes of
     * last year but none of this year, or if the calendar has no next year; else into the next.
     *
     * @throws NotFound for a year that is neither this one nor the next
     */
    @Transactional
    RollOverContext over(StaffMember me, @Nullable String into) {
        var now = roster.yearOf(me.school());
        var years = schools.years(schools.school(me.school()).nation());
        int at = years.indexOf(now);
        var next = at + 1 < years.size() ? years.get(at + 1) : null;
        var before =
                at > 0 && !schools.classesOf(me.school(), years.get(at - 1)).isEmpty() ? years.get(at - 1) : null;
        var wanted = into != null ? into : before != null && waits(me, now) || next == null ? now : next;
        if (wanted.equals(now)) {
            return over(me, before == null ? (at > 0 ? years.get(at - 1) : now) : before, now, next);
        }
        if (next == null || !wanted.equals(next)) {
            throw new NotFound();
        }
        return over(me, now, next, before == null ? null : now);
    }

    /** The plan that the form gives, with the school's classes as they are now. */
    @Transactional
    NextYearPlan plan(StaffMember me, RollOverContext over, RollOverForm form) {
        var groups = roster.groupsOf(me.school());
        return NextYearPlan.of(
                form,
                over.classes(),
                ClassList.read(form.intake(), groups),
                groups,
                lastGroup(me),
                over.toYear(),
                there(me, over));
    }

    /** The classes of the new year that the school has already, by {@link NextYearPlan#key}. */
    private Map<String, ClassFacts> there(StaffMember me, RollOverContext over) {
        return schools.classesOf(me.school(), over.toYear()).stream()
                .collect(Collectors.toMap(each -> NextYearPlan.key(each.name()), each -> each, (one, other) -> one));
    }

    /**
     * The proposed form: classes continue under the next year group's name; the oldest leave. No name is proposed that a
     * class of other children has: names without a year group stay the same each year.
     */
    @Transactional
    RollOverForm proposal(StaffMember me, RollOverContext over) {
        var groups = roster.groupsOf(me.school());
        var byId = over.classes().keySet().stream().collect(Collectors.toMap(ClassFacts::publicId, each -> each));
        var there = there(me, over);
        int last = lastGroup(me);
        return RollOverForm.proposing(
                over.classes().keySet().stream().map(ClassFacts::publicId).toList(),
                id -> Optional.ofNullable(byId.get(id))
                        .filter(schoolClass -> !NextYearPlan.nextYears(schoolClass, over.toYear(), last)
                                .isEmpty())
                        .map(schoolClass -> {
                            var name = groups.nextName(schoolClass.name());
                            var taken = there.get(NextYearPlan.key(name));
                            return taken == null || NextYearPlan.holds(taken, schoolClass, last) ? name : "";
                        })
                        .orElse(""));
    }

    /**
     * Makes the roll-over that the form gives, with the school's classes as they are once no other change is under way.
     *
     * @throws Refused if it was made already, the plan has problems, or a class cannot be created
     */
    @Transactional
    RollOverFacts roll(StaffMember me, String toYear, RollOverForm form) {
        store.hold(me.school());
        var over = over(me, toYear);
        var wanted = plan(me, over, form);
        if (!wanted.problems().isEmpty()) {
            throw new Refused("classes.planRefused", wanted.problems().getFirst());
        }
        var done = store.roll(
                me.school(),
                me.name(),
                wanted.plan(over.fromYear(), over.toYear(), roster.bandsOf(me.school(), over.toYear())));
        people.note(
                me.name(),
                Words.of("classes.actRolledOver"),
                "school " + schools.school(me.school()).publicId(),
                Words.of(
                        "classes.rollOverFacts",
                        over.fromYear(),
                        over.toYear(),
                        wanted.becomes().size(),
                        done.links().size(),
                        done.links().stream().filter(link -> link.sameCards()).count(),
                        wanted.links()));
        return done;
    }

    /**
     * Undoes a roll-over.
     *
     * @throws Refused if a session, a booking or a later year refers to one of its classes
     */
    @Transactional
    RollOverFacts undo(StaffMember me, PublicId id) {
        var gone = store.undo(me.school(), id);
        people.note(
                me.name(),
                Words.of("classes.actUndidRollOver"),
                "school " + schools.school(me.school()).publicId(),
                Words.of("classes.fromTo", gone.fromYear(), gone.toYear()));
        return gone;
    }

    /** Records that last year's paper lists are destroyed. */
    @Transactional
    void confirmListsDestroyed(StaffMember me, PublicId id) {
        store.confirmListsDestroyed(me.school(), id, me.name());
        people.note(
                me.name(),
                Words.of("classes.actListsDestroyed"),
                "school " + schools.school(me.school()).publicId(),
                "");
    }

    /** The classes that the school has created for a year, by name. */
    @Transactional
    List<ClassFacts> classesOf(StaffMember me, String year) {
        return schools.classesOf(me.school(), year);
    }

    private RollOverContext over(StaffMember me, String from, String to, @Nullable String other) {
        var classes = new LinkedHashMap<ClassFacts, Integer>();
        var day = London.today(clock);
        schools.classesOf(me.school(), from)
                .forEach(schoolClass ->
                        classes.put(schoolClass, schoolClass.inForce(day).size()));
        return new RollOverContext(
                from,
                to,
                other,
                classes,
                schools.classesOf(me.school(), to).size(),
                store.into(me.school(), to).orElse(null));
    }

    private boolean waits(StaffMember me, String now) {
        var nation = schools.school(me.school()).nation();
        return store.into(me.school(), now).isEmpty()
                && schools.classesOf(me.school(), now).isEmpty()
                && schools.termOn(nation, London.today(clock))
                        .filter(term -> term.termKey().equals(AUTUMN))
                        .isPresent();
    }

    private int lastGroup(StaffMember me) {
        var school = schools.school(me.school());
        var all = YearGroups.of(school.nation()).all();
        return school.phase().equals("primary") ? LAST_OF_PRIMARY : all.getLast();
    }
}
