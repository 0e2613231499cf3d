package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.CardSet;

/**
 * Creates, changes, moves and removes classes, and changes and removes their groups of cards; each method is one
 * transaction. {@link SchoolService} creates groups.
 */
@Singleton
public class ClassService {
    public static final int NAME_AT_MOST = 60;
    public static final int CHILDREN_AT_MOST = ClassGroup.CARDS_IN_FORCE;

    private final Schools schools;
    private final ClassGroups classes;
    private final Deck deck;
    private final Clock clock;
    private final SchoolService facts;

    ClassService(Schools schools, ClassGroups classes, Deck deck, Clock clock, SchoolService facts) {
        this.schools = schools;
        this.classes = classes;
        this.deck = deck;
        this.clock = clock;
        this.facts = facts;
    }

    /** Locks the school's row until the transaction ends, so that its classes are created and changed one at a time. */
    @Transactional
    public void holdAll(long schoolId) {
        schools.findById(schoolId, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Moves a class to another school.
     *
     * @param name a name that no class of that school has in the year
     */
    @Transactional
    public void moveTo(long classId, long school, String name) {
        classes.moveTo(classId, school, name);
    }

    /**
     * Creates a class with its cards, numbered from 1 and issued today.
     *
     * @throws Refused if the name is empty, too long or taken in that year, no year group is given, the band is
     *     not in force in that year, or the number of children is not 1 to 60
     */
    @Transactional
    public ClassFacts make(long schoolId, String yearKey, NewClass wanted) {
        holdAll(schoolId);
        var name = checked(schoolId, yearKey, wanted.name(), wanted.cohorts());
        requireBand(schoolId, yearKey, wanted.band());
        if (wanted.children() < 1 || wanted.children() > CHILDREN_AT_MOST) {
            throw new Refused("school.classSize", CHILDREN_AT_MOST, wanted.children());
        }
        var fresh = new ClassGroup(schoolId, yearKey, name, wanted.band(), wanted.cohorts());
        for (int i = 0; i < wanted.children(); i++) {
            fresh.addCard(deck, London.today(clock));
        }
        classes.persistAndFlush(fresh);
        return facts(fresh);
    }

    /**
     * Changes the name, year groups and band of a class; its cards stay as they are.
     *
     * @throws NotFound if the class is not the school's
     * @throws Refused if the name is empty, too long or taken in that year, no year group is given, or the new
     *     band is not in force in that year
     */
    @Transactional
    public ClassFacts change(long schoolId, PublicId id, String name, Set<Integer> cohorts, String band) {
        holdAll(schoolId);
        var own = own(schoolId, id);
        var as = own.name().equalsIgnoreCase(name.strip())
                ? checkedShape(name, cohorts)
                : checked(schoolId, own.yearKey(), name, cohorts);
        if (!facts(own).band().equals(band)) {
            requireBand(schoolId, own.yearKey(), band);
        }
        own.change(as, cohorts, band);
        classes.flush();
        return facts(own);
    }

    /**
     * Removes a class made by mistake.
     *
     * @throws NotFound if the class is not the school's
     * @throws Refused if a session, a booking, a register, a signed return or a class of a later year refers to it,
     *     because figures depend on it then
     */
    @Transactional
    public void remove(long schoolId, PublicId id) {
        var own = own(schoolId, id);
        try {
            classes.removeWithGroups(own);
            classes.flush();
        } catch (ConstraintViolationException e) {
            throw new Refused("school.classInUse", own.name());
        }
    }

    /**
     * Changes the name and the cards of a group, for example when children join or leave. Sessions that have started
     * keep the cards they had.
     *
     * @throws NotFound if the class has no such group
     * @throws Refused if the name is empty, too long or taken in its class, or no card in force is chosen
     */
    @Transactional
    public void changeGroup(long schoolId, PublicId classId, PublicId groupId, String name, CardSet cards) {
        var owner = own(schoolId, classId);
        var group = classes.groupOf(owner.id(), groupId).orElseThrow(NotFound::new);
        var stripped = name.strip();
        var chosen = cards.and(facts(owner).inForce(London.today(clock)));
        if (stripped.isEmpty() || stripped.length() > NAME_AT_MOST) {
            throw new Refused("school.groupNameMissing", NAME_AT_MOST);
        }
        if (chosen.isEmpty()) {
            throw new Refused("school.groupWithoutCards");
        }
        if (classes.groupsOf(owner.id()).stream()
                .map(CardGroup::facts)
                .anyMatch(
                        each -> !each.publicId().equals(groupId) && each.name().equalsIgnoreCase(stripped))) {
            throw new Refused("school.groupNameTaken", owner.name(), stripped);
        }
        group.change(stripped, chosen, clock.instant());
    }

    /**
     * Removes a group.
     *
     * @throws NotFound if the class has no such group
     * @throws Refused if a session or a booking refers to it
     */
    @Transactional
    public void removeGroup(long schoolId, PublicId classId, PublicId groupId) {
        var owner = own(schoolId, classId);
        var group = classes.groupOf(owner.id(), groupId).orElseThrow(NotFound::new);
        try {
            classes.removeGroup(group);
            classes.flush();
        } catch (ConstraintViolationException e) {
            throw new Refused("school.groupInUse", group.facts().name());
        }
    }

    private String checked(long schoolId, String yearKey, String name, Set<Integer> cohorts) {
        var stripped = checkedShape(name, cohorts);
        if (classes.isNamed(schoolId, yearKey, stripped)) {
            throw new Refused("school.classNameTaken", stripped, yearKey);
        }
        return stripped;
    }

    private static String checkedShape(String name, Set<Integer> cohorts) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > NAME_AT_MOST) {
            throw new Refused("school.classNameMissing", NAME_AT_MOST);
        }
        if (cohorts.isEmpty()) {
            throw new Refused("school.yearGroupMissing");
        }
        return stripped;
    }

    private void requireBand(long schoolId, String yearKey, String band) {
        var nation = facts.school(schoolId).nation();
        if (facts.bandsFor(nation, yearKey).of(band).isEmpty()) {
            throw new Refused("school.bandMissing");
        }
    }

    private ClassGroup own(long schoolId, PublicId id) {
        return classes.ofSchool(schoolId, id).orElseThrow(NotFound::new);
    }

    private ClassFacts facts(ClassGroup group) {
        return group.facts(deck, classes.groupsOf(group.id()));
    }
}
