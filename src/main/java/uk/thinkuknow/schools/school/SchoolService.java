package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.identity.staff.Scope;

/** The door to schools, their classes and their cards. */
@Singleton
public class SchoolService {
    private static final int NAME_AT_MOST = 60;

    private final Schools schools;
    private final ClassGroups classes;
    private final Terms terms;
    private final Deck deck;
    private final Clock clock;

    SchoolService(Schools schools, ClassGroups classes, Terms terms, Deck deck, Clock clock) {
        this.schools = schools;
        this.classes = classes;
        this.terms = terms;
        this.deck = deck;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such school */
    @Transactional
    public SchoolFacts school(long id) {
        return schools.findByIdOptional(id).map(this::facts).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is no such school */
    @Transactional
    public SchoolFacts school(PublicId id) {
        return schools.called(id).map(this::facts).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is no such region */
    @Transactional
    public String regionName(String key) {
        return schools.regionName(key).orElseThrow(NotFound::new);
    }

    /** The term in which a day of a nation lies; terms tile the years, so only a day before the first or after the last has none. */
    @Transactional
    public Optional<TermOf> termOn(String nation, LocalDate day) {
        return terms.on(nation, day);
    }

    /** The terms of a nation's year, in their order. */
    @Transactional
    public List<TermOf> termsOf(String nation, String yearKey) {
        return terms.ofYear(nation, yearKey);
    }

    /** The common holidays of a nation's year, in their order; authorities may differ by a week. */
    @Transactional
    public List<Holiday> holidaysOf(String nation, String yearKey) {
        return terms.holidays(nation, yearKey);
    }

    /** The years for which a nation has terms, oldest first. */
    @Transactional
    public List<String> years(String nation) {
        return terms.years(nation);
    }

    /** A school's classes of a year, by name. */
    @Transactional
    public List<ClassFacts> classesOf(long schoolId, String yearKey) {
        return classes.ofSchool(schoolId, yearKey).stream().map(this::facts).toList();
    }

    /** A school's classes of the year in which today lies, by name. */
    @Transactional
    public List<ClassFacts> classesNow(long schoolId) {
        var today = London.today(clock);
        return termOn(school(schoolId).nation(), today)
                .map(term -> classesOf(schoolId, term.yearKey()))
                .orElse(List.of());
    }

    /**
     * Makes everyone else who holds these classes wait until this transaction ends. To be called before anything is read
     * in it, so that what is read is what the others left.
     */
    @Transactional
    public void hold(long schoolId, List<PublicId> classIds) {
        classes.hold(schoolId, classIds);
    }

    /** @throws NotFound if the class is not the school's */
    @Transactional
    public ClassFacts classOf(long schoolId, PublicId id) {
        return facts(own(schoolId, id));
    }

    /** @throws NotFound if there is no such class */
    @Transactional
    public ClassFacts classOf(long id) {
        return classes.findByIdOptional(id).map(this::facts).orElseThrow(NotFound::new);
    }

    /**
     * Gives a newcomer the next card of the class.
     *
     * @return its number
     * @throws ClassFull if there is none left to give
     */
    @Transactional
    public int addCard(long schoolId, PublicId classId) {
        return own(schoolId, classId).addCard(deck, London.today(clock));
    }

    /** Retires a leaver's card from today; its number is not given again this year. */
    @Transactional
    public void retireCard(long schoolId, PublicId classId, int number) {
        own(schoolId, classId).retireCard(number, London.today(clock));
    }

    /** Takes back that a card was retired. */
    @Transactional
    public void unretireCard(long schoolId, PublicId classId, int number) {
        own(schoolId, classId).unretireCard(number);
    }

    /**
     * Makes a group of some of a class's cards.
     *
     * @throws Refused if the name is empty, too long or taken, or no card in force is chosen
     */
    @Transactional
    public PublicId addGroup(long schoolId, PublicId classId, String name, CardSet cards) {
        return addGroup(schoolId, classId, name, cards, null);
    }

    /**
     * Makes a group that catches up with a lesson today and is chosen on no other day.
     *
     * @throws Refused as for any group
     */
    @Transactional
    public PublicId addCatchUp(long schoolId, PublicId classId, String name, CardSet cards) {
        return addGroup(schoolId, classId, name, cards, London.today(clock));
    }

    private PublicId addGroup(
            long schoolId, PublicId classId, String name, CardSet cards, @Nullable LocalDate catchUpOn) {
        var owner = own(schoolId, classId);
        var chosen = cards.and(facts(owner).inForce(London.today(clock)));
        if (name.isBlank() || name.strip().length() > NAME_AT_MOST) {
            throw new Refused("Give the group a name of 1 to 60 characters, for example: Morning half.");
        }
        if (chosen.isEmpty()) {
            throw new Refused("Choose at least one card for the group.");
        }
        if (classes.groupsOf(owner.id()).stream()
                .anyMatch(group -> group.facts().name().equalsIgnoreCase(name.strip()))) {
            throw new Refused("This class already has a group called " + name.strip() + ". Choose another name.");
        }
        var group = new CardGroup(owner.id(), name.strip(), chosen, clock.instant(), catchUpOn);
        classes.addGroup(group);
        return group.facts().publicId();
    }

    /** Adds a region of a nation. */
    @Transactional
    public void addRegion(String key, String nation, String name) {
        schools.addRegion(key, nation, name);
    }

    /** Adds an authority of a region. */
    @Transactional
    public void addAuthority(String key, String regionKey, String name) {
        schools.addAuthority(key, regionKey, name);
    }

    /** Adds a school, lying in its authority from the day said. */
    @Transactional
    public SchoolFacts addSchool(NewSchool facts) {
        var school = new School(PublicId.draw(), facts);
        schools.persist(school);
        schools.flush();
        schools.addArea(school.id(), facts.authorityKey(), facts.liesThereFrom());
        if (facts.urn() != null) {
            schools.addUrn(school.id(), facts.urn(), facts.liesThereFrom());
        }
        schools.noteChange();
        return facts(school);
    }

    /** Adds a class with so many cards, issued on a day. */
    @Transactional
    public ClassFacts addClass(
            long schoolId, String yearKey, String name, String band, Set<Integer> cohorts, int cards, LocalDate day) {
        var fresh = new ClassGroup(schoolId, yearKey, name, band, cohorts);
        for (int i = 0; i < cards; i++) {
            fresh.addCard(deck, day);
        }
        classes.persist(fresh);
        classes.flush();
        return facts(fresh);
    }

    /** Where a school stands on the grid; not every school of a register has a place. */
    @Transactional
    public Optional<GridPlace> placeOf(long schoolId) {
        return schools.placeOf(schoolId);
    }

    /** Says where a school stands on the grid. */
    @Transactional
    public void putAt(long schoolId, GridPlace place) {
        schools.putAt(schoolId, place);
    }

    /** Notes what a register says of a school from a day on: trust, fsm (the percentage with free school meals) or rurality. */
    @Transactional
    public void describe(long schoolId, String fact, String value, LocalDate from) {
        schools.describe(schoolId, fact, value, from);
    }

    /**
     * The middle of the schools of a postcode's district, or of a town: near enough to tell who lives how far away, and
     * asked of nobody outside.
     *
     * @param typed "ZZ1 4AA", "zz1" or "Harrowbeck"
     */
    @Transactional
    public Optional<NearbyPlace> near(String typed) {
        var today = London.today(clock);
        return Postcode.districtOf(typed)
                .flatMap(district -> schools.middleOfDistrict(district, today))
                .or(() -> schools.middleOfTown(typed.strip(), today));
    }

    /** The regions by key, in the order of their names. */
    @Transactional
    public Map<String, String> regions() {
        var names = new LinkedHashMap<String, String>();
        schools.regions().forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }

    /** The nations, regions and authorities by token, in that order, with their names. */
    @Transactional
    public Map<String, String> areas() {
        return schools.areas();
    }

    /** What a scope is called; "The whole programme" where it is all. */
    @Transactional
    public String nameOf(Scope scope) {
        return schools.nameOf(scope);
    }

    /** A nation with its regions. */
    @Transactional
    public Scope nation(String key) {
        return Scope.nation(key, schools.regionsOf(key));
    }

    /** Which classes of a year went on in which of the next, at all schools. */
    @Transactional
    public List<ClassLink> linksOver(String fromYear, String toYear) {
        return classes.links(fromYear, toYear);
    }

    private ClassGroup own(long schoolId, PublicId id) {
        return classes.ofSchool(schoolId, id).orElseThrow(NotFound::new);
    }

    private SchoolFacts facts(School school) {
        return school.facts(schools.areaOf(school.id(), London.today(clock)).orElseThrow(NotFound::new));
    }

    private ClassFacts facts(ClassGroup group) {
        return group.facts(deck, classes.groupsOf(group.id()));
    }
}
