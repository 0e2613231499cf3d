package uk.thinkuknow.schools.classes;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.ClassUse;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.RollOverStore;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Creates, changes and removes classes, cards and groups for a member of staff, one by one or from a list, and audits
 * each act.
 */
@Singleton
public class RosterService {
    private final SchoolService schools;
    private final ClassService classService;
    private final ClassUse signed;
    private final RollOverStore rollOvers;
    private final PeopleService people;
    private final Clock clock;

    RosterService(
            SchoolService schools,
            ClassService classService,
            ClassUse signed,
            RollOverStore rollOvers,
            PeopleService people,
            Clock clock) {
        this.schools = schools;
        this.classService = classService;
        this.signed = signed;
        this.rollOvers = rollOvers;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The current school year of the school; the last one when the terms have run out.
     *
     * @throws Refused if the calendar begins after today
     */
    @Transactional
    public String yearOf(long schoolId) {
        return schools.termBy(nation(schoolId), London.today(clock))
                .orElseThrow(() -> new Refused("classes.noSchoolYear"))
                .yearKey();
    }

    /** The age bands for classes of a school year. */
    @Transactional
    public AgeBands bandsOf(long schoolId, String year) {
        return schools.bandsFor(nation(schoolId), year);
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
            throw new Refused("classes.tooManyChildren", form.children());
        }
        var bands = bandsOf(me.school(), year);
        var made = new ArrayList<ClassFacts>();
        for (var part : ListLineResult.parts(form.name().strip(), form.years(), form.children())) {
            made.add(make(me, year, part, form.band(bands)));
        }
        return made;
    }

    /** Returns whether a class keeps its year groups, because a register with cards of it is signed. */
    public boolean yearsStay(ClassFacts schoolClass) {
        return signed.isSigned(schoolClass.id());
    }

    /**
     * Changes the name, year groups or band of a class.
     *
     * @throws Refused if the year groups or the band of a class of an earlier year would change: reach over the start of
     *     a school year depends on them (counting rule 7); or if the year groups of a class with a signed
     *     register would change, or those of a linked class so that its children would not go on as linked
     */
    @Transactional
    public ClassFacts change(StaffMember me, PublicId id, ClassForm form) {
        classService.holdAll(me.school());
        var was = schools.classOf(me.school(), id);
        var cohorts = YearGroups.cohorts(was.yearKey(), form.years());
        var band = form.band(bandsOf(me.school(), was.yearKey()));
        boolean isOver = was.yearKey().compareTo(yearOf(me.school())) < 0;
        if (isOver && !(cohorts.equals(Set.copyOf(was.cohorts())) && band.equals(was.band()))) {
            throw new Refused("classes.yearIsOver", was.name());
        }
        if (!cohorts.equals(Set.copyOf(was.cohorts()))) {
            if (yearsStay(was)) {
                throw new Refused("classes.yearGroupStays", was.name(), yearsInWords(was));
            }
            // A link holds while the year groups of the earlier class are among those of the later one.
            boolean loses = !cohorts.containsAll(was.cohorts());
            boolean gains = !was.cohorts().containsAll(cohorts);
            if (loses && rollOvers.hasEarlier(was.id()) || gains && rollOvers.hasLater(was.id())) {
                throw new Refused("classes.linkedYearsStay", was.name(), yearsInWords(was));
            }
        }
        var became = classService.change(me.school(), id, form.name(), cohorts, band);
        if (!inWords(was).equals(inWords(became))) {
            people.noteChange(
                    me.name(), Words.of("classes.actChangedClass"), "class " + id, inWords(was), inWords(became));
        }
        return became;
    }

    /**
     * Removes a class made by mistake.
     *
     * @throws Refused if a session, a booking, a register, a signed return or a class of a later year refers to it
     */
    @Transactional
    public ClassFacts remove(StaffMember me, PublicId id) {
        var was = schools.classOf(me.school(), id);
        classService.remove(me.school(), id);
        people.note(
                me.name(),
                Words.of("classes.actRemovedClass"),
                "school " + schools.school(me.school()).publicId(),
                Words.of("classes.ofClass", inWords(was), id));
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
            throw new Refused("classes.someLinesWrong");
        }
        classService.holdAll(me.school());
        var year = yearOf(me.school());
        var bands = bandsOf(me.school(), year);
        return plan(me, list).stream()
                .flatMap(planned -> planned.fresh().stream())
                .map(part -> make(me, year, part, bands.ofGroups(part.years())))
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
            throw new Refused(name.isBlank() ? "classes.groupEmpty" : "school.groupWithoutCards");
        }
        cards.forEach((id, chosen) -> {
            schools.addGroup(me.school(), id, name, chosen);
            people.note(me.name(), Words.of("classes.actMadeGroup"), "class " + id, inWords(name.strip(), chosen));
        });
    }

    /** Changes the name or the cards of a group; {@code schoolClass} is its class and {@code was} the group before. */
    @Transactional
    public void changeGroup(StaffMember me, ClassFacts schoolClass, GroupFacts was, String name, CardSet cards) {
        classService.changeGroup(me.school(), schoolClass.publicId(), was.publicId(), name, cards);
        people.noteChange(
                me.name(),
                Words.of("classes.actChangedGroup"),
                "class " + schoolClass.publicId(),
                inWords(was.name(), was.cards()),
                inWords(name.strip(), cards));
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
                Words.of("classes.actRemovedGroup"),
                "class " + schoolClass.publicId(),
                inWords(was.name(), was.cards()));
    }

    /**
     * Issues the next card of the class to a newcomer.
     *
     * @return its number
     */
    @Transactional
    int addCard(StaffMember me, PublicId id) {
        int number = schools.addCard(me.school(), id);
        noteOf(me, Words.of("classes.actAddedCard"), id, Words.of("classes.cardNumber", number));
        return number;
    }

    @Transactional
    void retire(StaffMember me, PublicId id, int number) {
        schools.retireCard(me.school(), id, number);
        noteOf(me, Words.of("classes.actRetiredCard"), id, Words.of("classes.cardNumber", number));
    }

    @Transactional
    void putBack(StaffMember me, PublicId id, int number) {
        schools.unretireCard(me.school(), id, number);
        noteOf(me, Words.of("classes.actPutCardBack"), id, Words.of("classes.cardNumber", number));
    }

    @Transactional
    void addGroup(StaffMember me, PublicId id, String name, CardSet cards) {
        schools.addGroup(me.school(), id, name, cards);
        noteOf(
                me,
                Words.of("classes.actMadeGroup"),
                id,
                Words.of("classes.groupFacts", name.strip(), ClassPages.inWords(cards.numbers())));
    }

    private void noteOf(StaffMember me, String act, PublicId id, String detail) {
        people.note(me.name(), act, "class " + id, detail);
    }

    private static String inWords(String group, CardSet cards) {
        return Words.of("classes.groupFacts", group, cards.numbers().toString().replaceAll("[\\[\\]]", ""));
    }

    private ClassFacts make(StaffMember me, String year, ListLineResult.NewClassPart part, String band) {
        var made = classService.make(
                me.school(),
                year,
                new NewClass(part.name(), YearGroups.cohorts(year, part.years()), band, part.children()));
        people.note(me.name(), Words.of("classes.actMadeClass"), "class " + made.publicId(), inWords(made));
        return made;
    }

    private String yearsInWords(ClassFacts schoolClass) {
        return groupsOf(schoolClass.schoolId()).words(YearGroups.inYear(schoolClass.yearKey(), schoolClass.cohorts()));
    }

    private String inWords(ClassFacts schoolClass) {
        return Words.of(
                "classes.classFacts",
                schoolClass.name(),
                yearsInWords(schoolClass),
                ClassPages.ages(schoolClass.band()),
                schoolClass.inForce(London.today(clock)).size(),
                schoolClass.yearKey());
    }

    private String nation(long schoolId) {
        return schools.school(schoolId).nation();
    }

    private static String key(ClassFacts schoolClass) {
        return schoolClass.name().toLowerCase(Locale.UK);
    }
}
