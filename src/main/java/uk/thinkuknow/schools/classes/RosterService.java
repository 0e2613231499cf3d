package uk.thinkuknow.schools.classes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Creates, changes and removes classes, cards and groups for a member of staff, one by one or from a list, and audits
 * each act.
 */
@Singleton
public class RosterService {
    private final SchoolService schools;
    private final ClassService classService;
    private final PeopleService people;
    private final Clock clock;

    RosterService(SchoolService schools, ClassService classService, PeopleService people, Clock clock) {
        this.schools = schools;
        this.classService = classService;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The current school year of the school.
     *
     * @throws Refused if the calendar has no school year for today
     */
    @Transactional
    public String yearOf(long schoolId) {
        return schools.termOn(nation(schoolId), London.today(clock))
                .orElseThrow(
                        () -> new Refused(
                                "The programme’s calendar has no school year for today, so no class can be made. Ask the programme to bring in the term dates."))
                .yearKey();
    }

    /** The year groups of the school's nation, with their names. */
    @Transactional
    public YearGroups groupsOf(long schoolId) {
        return YearGroups.of(nation(schoolId));
    }

    /**
     * Creates a class of this year; more than 60 children become two classes.
     *
     * @throws Refused if the name, the year groups or the number of children is not valid
     */
    @Transactional
    public List<ClassFacts> make(StaffMember me, ClassForm form) {
        var year = yearOf(me.school());
        if (form.children() > 2 * ClassService.CHILDREN_AT_MOST) {
            throw new Refused("A class has 1 to 60 children, and up to 120 are made into two classes, not "
                    + form.children() + ".");
        }
        var made = new ArrayList<ClassFacts>();
        for (var part : ListLineResult.parts(form.name().strip(), form.years(), form.children())) {
            made.add(make(me, year, part, form.band()));
        }
        return made;
    }

    /** Changes the name, year groups or band of a class. */
    @Transactional
    public ClassFacts change(StaffMember me, PublicId id, ClassForm form) {
        var was = schools.classOf(me.school(), id);
        var became = classService.change(
                me.school(), id, form.name(), YearGroups.cohorts(was.yearKey(), form.years()), form.band());
        if (!inWords(was).equals(inWords(became))) {
            people.noteChange(me.name(), "changed a class", "class " + id, inWords(was), inWords(became));
        }
        return became;
    }

    /**
     * Removes a class made by mistake.
     *
     * @throws Refused if a session, a booking or a class of a later year refers to it
     */
    @Transactional
    public ClassFacts remove(StaffMember me, PublicId id) {
        var was = schools.classOf(me.school(), id);
        classService.remove(me.school(), id);
        people.note(
                me.name(),
                "removed a class",
                "school " + schools.school(me.school()).publicId(),
                inWords(was) + ", class " + id);
        return was;
    }

    /**
     * The result of each line of a list, with the school's classes as they are now; lines with a problem create
     * nothing.
     */
    @Transactional
    public List<ListLineResult> plan(StaffMember me, ClassList list) {
        var there = schools.classesOf(me.school(), yearOf(me.school())).stream()
                .collect(Collectors.toMap(RosterService::key, Function.identity(), (one, other) -> one));
        return list.lines().stream()
                .map(line -> line.problem() == null
                        ? ListLineResult.of(line, name -> there.get(name.toLowerCase(Locale.UK)))
                        : new ListLineResult(line, List.of(), List.of()))
                .toList();
    }

    /**
     * Creates the missing classes of a list: all or none. It is idempotent: the same list again changes nothing.
     *
     * @throws Refused if a line has a problem
     */
    @Transactional
    public List<ClassFacts> makeAll(StaffMember me, ClassList list) {
        if (list.hasProblems()) {
            throw new Refused("Some lines have a problem.");
        }
        classService.holdAll(me.school());
        var year = yearOf(me.school());
        return plan(me, list).stream()
                .flatMap(planned -> planned.fresh().stream())
                .map(part -> make(me, year, part, YearGroups.bandOf(part.years())))
                .toList();
    }

    /**
     * Creates a group of cards of one or more classes, with a part under the same name in each.
     *
     * @throws Refused if the name is empty, too long or taken in one of them, or no card is chosen
     */
    @Transactional
    public void makeGroup(StaffMember me, String name, Map<PublicId, CardSet> cards) {
        if (cards.isEmpty()) {
            throw new Refused(
                    name.isBlank()
                            ? "Give the group a name, and choose its cards."
                            : "Choose at least one card for the group.");
        }
        cards.forEach((id, chosen) -> {
            schools.addGroup(me.school(), id, name, chosen);
            people.note(me.name(), "made a group", "class " + id, name.strip() + ": " + inWords(chosen));
        });
    }

    /** Changes the name or the cards of a group; {@code schoolClass} is its class and {@code was} the group before. */
    @Transactional
    public void changeGroup(StaffMember me, ClassFacts schoolClass, GroupFacts was, String name, CardSet cards) {
        classService.changeGroup(me.school(), schoolClass.publicId(), was.publicId(), name, cards);
        people.noteChange(
                me.name(),
                "changed a group",
                "class " + schoolClass.publicId(),
                was.name() + ": " + inWords(was.cards()),
                name.strip() + ": " + inWords(cards));
    }

    /**
     * Removes a group.
     *
     * @throws Refused if a session or a booking refers to it
     */
    @Transactional
    public void removeGroup(StaffMember me, ClassFacts schoolClass, GroupFacts was) {
        classService.removeGroup(me.school(), schoolClass.publicId(), was.publicId());
        people.note(
                me.name(),
                "removed a group",
                "class " + schoolClass.publicId(),
                was.name() + ": " + inWords(was.cards()));
    }

    /**
     * Issues the next card of the class to a newcomer.
     *
     * @return its number
     */
    @Transactional
    int addCard(StaffMember me, PublicId id) {
        int number = schools.addCard(me.school(), id);
        noteOf(me, "added a card", id, "Card " + number);
        return number;
    }

    @Transactional
    void retire(StaffMember me, PublicId id, int number) {
        schools.retireCard(me.school(), id, number);
        noteOf(me, "took a card out of use", id, "Card " + number);
    }

    @Transactional
    void putBack(StaffMember me, PublicId id, int number) {
        schools.unretireCard(me.school(), id, number);
        noteOf(me, "put a card back into use", id, "Card " + number);
    }

    @Transactional
    void addGroup(StaffMember me, PublicId id, String name, CardSet cards) {
        schools.addGroup(me.school(), id, name, cards);
        noteOf(me, "made a group", id, name.strip() + ": cards " + ClassPages.inWords(cards.numbers()));
    }

    private void noteOf(StaffMember me, String act, PublicId id, String detail) {
        people.note(me.name(), act, "class " + id, detail);
    }

    private static String inWords(CardSet cards) {
        return "cards " + cards.numbers().toString().replaceAll("[\\[\\]]", "");
    }

    private ClassFacts make(StaffMember me, String year, ListLineResult.NewClassPart part, String band) {
        var made = classService.make(
                me.school(),
                year,
                new NewClass(part.name(), YearGroups.cohorts(year, part.years()), band, part.children()));
        people.note(me.name(), "made a class", "class " + made.publicId(), inWords(made));
        return made;
    }

    private String inWords(ClassFacts schoolClass) {
        var years =
                groupsOf(schoolClass.schoolId()).words(YearGroups.inYear(schoolClass.yearKey(), schoolClass.cohorts()));
        return schoolClass.name() + ", " + years + ", ages "
                + schoolClass.band().replace("-", " to ") + ", "
                + schoolClass.inForce(London.today(clock)).size() + " cards, " + schoolClass.yearKey();
    }

    private String nation(long schoolId) {
        return schools.school(schoolId).nation();
    }

    private static String key(ClassFacts schoolClass) {
        return schoolClass.name().toLowerCase(Locale.UK);
    }
}
