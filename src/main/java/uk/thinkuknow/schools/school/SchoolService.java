package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
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
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.years.SchoolYears;

/**
 * Reads schools, areas, terms and classes; adds schools, areas and groups of cards; issues, retires and puts back
 * cards. Each method is one transaction.
 */
@Singleton
public class SchoolService {
    private static final int NAME_AT_MOST = 60;

    private final Schools schools;
    private final ClassGroups classes;
    private final SchoolYears years;
    private final Deck deck;
    private final Clock clock;

    SchoolService(Schools schools, ClassGroups classes, SchoolYears years, Deck deck, Clock clock) {
        this.schools = schools;
        this.classes = classes;
        this.years = years;
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

    /** Returns whether the national register says that the school has closed, today or earlier. */
    @Transactional
    public boolean isClosed(long id) {
        return isClosedBefore(id, London.today(clock).plusDays(1));
    }

    /** Returns whether the national register says that the school was closed before that day. */
    @Transactional
    public boolean isClosedBefore(long id, LocalDate day) {
        return schools.getEntityManager()
                .createNativeQuery(
                        "select count(*) from school where id = ?1 and status = 'closed' and coalesce(closed_on < ?2, true)",
                        Long.class)
                .setParameter(1, id)
                .setParameter(2, day)
                .getSingleResult()
                .equals(1L);
    }

    /** @throws NotFound if there is no such region */
    @Transactional
    public String regionName(String key) {
        return schools.regionName(key).orElseThrow(NotFound::new);
    }

    /**
     * The term of a nation that contains a day. Terms leave no gaps, so only a day before the first or after the last
     * has none.
     */
    @Transactional
    public Optional<NationTerm> termOn(String nation, LocalDate day) {
        return years.on(nation, day);
    }

    /**
     * The term of a nation that contains a day; the last one if the terms on record end before that day, because lessons
     * go on until an administrator adds the next year. Empty before the first term.
     */
    @Transactional
    public Optional<NationTerm> termBy(String nation, LocalDate day) {
        return years.onOrLast(nation, day);
    }

    /**
     * The age bands for classes of a nation's school year: those in force today or, if the year has yet to begin, on its
     * first day.
     */
    @Transactional
    public AgeBands bandsFor(String nation, String yearKey) {
        var today = London.today(clock);
        var day = years.termsOf(nation, yearKey).stream()
                .map(NationTerm::firstDay)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isAfter(today))
                .orElse(today);
        return years.bands().on(day);
    }

    /** The terms of a nation's school year, in order. */
    @Transactional
    public List<NationTerm> termsOf(String nation, String yearKey) {
        return years.termsOf(nation, yearKey);
    }

    /** The usual holidays of a nation's school year, in order; an authority's may differ by a week. */
    @Transactional
    public List<Holiday> holidaysOf(String nation, String yearKey) {
        return years.holidaysOf(nation, yearKey);
    }

    /** The school years for which a nation has terms, oldest first. */
    @Transactional
    public List<String> years(String nation) {
        return years.keys(nation);
    }

    /** A school's classes of a school year, by name. */
    @Transactional
    public List<ClassFacts> classesOf(long schoolId, String yearKey) {
        return classes.ofSchool(schoolId, yearKey).stream().map(this::facts).toList();
    }

    /**
     * A school's classes of the current school year, by name; of the last year when the terms have run out, and empty
     * before the first term.
     */
    @Transactional
    public List<ClassFacts> classesNow(long schoolId) {
        return termBy(school(schoolId).nation(), London.today(clock))
                .map(term -> classesOf(schoolId, term.yearKey()))
                .orElse(List.of());
    }

    /**
     * Locks these classes until the transaction ends. Call it before the first read of the transaction, so that the
     * reads see what earlier holders committed.
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
     * Issues the next card of a class to a newcomer.
     *
     * @return its number
     * @throws NotFound if the class is not the school's
     * @throws ClassFull if the class has none left
     */
    @Transactional
    public int addCard(long schoolId, PublicId classId) {
        return own(schoolId, classId).addCard(deck, London.today(clock));
    }

    /** Retires a leaver's card from today; its number is not issued again this year. */
    @Transactional
    public void retireCard(long schoolId, PublicId classId, int number) {
        own(schoolId, classId).retireCard(number, London.today(clock));
    }

    /** Puts a retired card back into use. */
    @Transactional
    public void unretireCard(long schoolId, PublicId classId, int number) {
        own(schoolId, classId).unretireCard(number);
    }

    /**
     * Creates a group of cards of a class.
     *
     * @return its public id
     * @throws Refused if the name is empty, too long or taken, or no card in force is chosen
     */
    @Transactional
    public PublicId addGroup(long schoolId, PublicId classId, String name, CardSet cards) {
        return addGroup(schoolId, classId, name, cards, null);
    }

    /**
     * Creates a group for a catch-up session today; it cannot be chosen on any other day.
     *
     * @throws Refused as {@link #addGroup(long, PublicId, String, CardSet)}
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
            throw new Refused("school.groupNameMissing", NAME_AT_MOST);
        }
        if (chosen.isEmpty()) {
            throw new Refused("school.groupWithoutCards");
        }
        if (classes.groupsOf(owner.id()).stream()
                .anyMatch(group -> group.facts().name().equalsIgnoreCase(name.strip()))) {
            throw new Refused("school.groupNameTakenHere", name.strip());
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

    /** Adds a school, in its authority from the given day, with its URN if it has one. */
    @Transactional
    public SchoolFacts addSchool(NewSchool facts) {
        var school = new School(PublicId.draw(), facts);
        schools.persist(school);
        schools.flush();
        schools.addArea(school.id(), facts.authorityKey(), facts.inAuthorityFrom());
        if (facts.urn() != null) {
            schools.addUrn(school.id(), facts.urn(), facts.inAuthorityFrom());
        }
        schools.noteChange();
        return facts(school);
    }

    /**
     * Adds a class without the checks of {@link ClassService#make}.
     *
     * @param cards the number of cards
     * @param day the day of issue of its cards
     */
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

    /** The position of a school on the National Grid; empty if no register gives one. */
    @Transactional
    public Optional<GridPlace> placeOf(long schoolId) {
        return schools.placeOf(schoolId);
    }

    /** Sets the position of a school on the National Grid. */
    @Transactional
    public void setPosition(long schoolId, GridPlace place) {
        schools.putAt(schoolId, place);
    }

    /** Adds a dated fact of a school: trust, fsm (the percentage with free school meals) or rurality. */
    @Transactional
    public void addFact(long schoolId, String fact, String value, LocalDate from) {
        schools.describe(schoolId, fact, value, from);
    }

    /**
     * The average position of the schools of a postcode district or a town; empty if there are none. It is near enough
     * to sort by distance, and no outside service is asked.
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

    /** The names of the regions by key, sorted by name. */
    @Transactional
    public Map<String, String> regions() {
        var names = new LinkedHashMap<String, String>();
        schools.regions().forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }

    /** The names of the nations, regions and authorities, in that order, by token: "region r1". */
    @Transactional
    public Map<String, String> areas() {
        return schools.areas();
    }

    /** The display name of a scope; "The whole programme" for all. */
    @Transactional
    public String nameOf(Scope scope) {
        return schools.nameOf(scope);
    }

    /** The scope of a nation, with the keys of its regions. */
    @Transactional
    public Scope nation(String key) {
        return Scope.nation(key, schools.regionsOf(key));
    }

    /** The links of all schools' roll-overs, from classes of one year to classes of the next. */
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
