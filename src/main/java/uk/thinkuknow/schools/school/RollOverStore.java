package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/**
 * Stores and undoes roll-overs: creates next year's classes and links this year's classes to them, in one transaction.
 */
@Singleton
public class RollOverStore {
    private final RollOvers rollOvers;
    private final ClassGroups classes;
    private final ClassService classService;
    private final Deck deck;
    private final Clock clock;

    RollOverStore(RollOvers rollOvers, ClassGroups classes, ClassService classService, Deck deck, Clock clock) {
        this.rollOvers = rollOvers;
        this.classes = classes;
        this.classService = classService;
        this.deck = deck;
        this.clock = clock;
    }

    /** The roll-over of a school into a year, if it was made. */
    @Transactional
    public Optional<RollOverFacts> into(long schoolId, String toYear) {
        return rollOvers.of(schoolId, toYear).map(RollOver::facts);
    }

    /** Whether a class is linked to one of the year before. */
    @Transactional
    public boolean hasEarlier(long classId) {
        return rollOvers.hasEarlier(classId);
    }

    /** Whether a class is linked to one of the year after. */
    @Transactional
    public boolean hasLater(long classId) {
        return rollOvers.hasLater(classId);
    }

    /**
     * Creates next year's classes and links this year's classes to them. A new class that continues one class with the
     * same children gets copies of its cards, with their numbers and pictures.
     *
     * @param by the name of the member of staff
     * @throws Refused if it was made already, or a class cannot be created
     * @throws NotFound if a class is not the school's
     */
    @Transactional
    public RollOverFacts roll(long schoolId, String by, RollOverPlan plan) {
        classService.holdAll(schoolId);
        if (rollOvers.of(schoolId, plan.toYear()).isPresent()) {
            throw new Refused("school.rolledOver", plan.toYear());
        }
        var roll = new RollOver(schoolId, plan.fromYear(), plan.toYear(), by, clock.instant());
        rollOvers.persist(roll);
        for (var into : plan.classes()) {
            var from = into.from().stream().map(id -> own(schoolId, id)).toList();
            var same = into.sameCards() && from.size() == 1;
            var schoolClass = into.there() == null
                    ? fresh(schoolId, plan.toYear(), into.fresh(), same ? from.getFirst() : null)
                    : own(schoolId, into.there());
            if (into.there() == null) {
                roll.addMade(schoolClass.id());
            }
            from.forEach(old -> roll.link(old.id(), schoolClass.id(), same));
        }
        rollOvers.flush();
        return roll.facts();
    }

    /** Locks the school's classes; call it before the first read of the transaction, see {@link ClassService#holdAll}. */
    @Transactional
    public void hold(long schoolId) {
        classService.holdAll(schoolId);
    }

    /**
     * Undoes a roll-over: deletes its links and the classes it created.
     *
     * @throws NotFound if the school has no such roll-over
     * @throws Refused if a session, a booking, a register, a signed return or a later year refers to one of its classes
     */
    @Transactional
    public RollOverFacts undo(long schoolId, PublicId id) {
        classService.holdAll(schoolId);
        var roll = rollOvers.of(schoolId, id).orElseThrow(NotFound::new);
        var facts = roll.facts();
        try {
            rollOvers.delete(roll);
            rollOvers.flush();
            for (long classId : facts.made()) {
                classes.findByIdOptional(classId).ifPresent(classes::removeWithGroups);
            }
            classes.flush();
        } catch (ConstraintViolationException e) {
            throw new Refused("school.rollOverInUse");
        }
        return facts;
    }

    /**
     * Records that the school destroyed last year's paper lists.
     *
     * @param by the name of the member of staff
     */
    @Transactional
    public void confirmListsDestroyed(long schoolId, PublicId id, String by) {
        rollOvers.of(schoolId, id).orElseThrow(NotFound::new).confirmListsDestroyed(by, clock.instant());
    }

    private ClassGroup fresh(long schoolId, String year, NewClass wanted, @Nullable ClassGroup same) {
        if (same == null) {
            return own(schoolId, classService.make(schoolId, year, wanted).publicId());
        }
        var today = London.today(clock);
        var inForce = same.facts(deck, List.of()).inForce(today).size();
        var made = own(
                schoolId,
                classService
                        .make(schoolId, year, new NewClass(wanted.name(), wanted.cohorts(), wanted.band(), inForce))
                        .publicId());
        made.keepCardsOf(same, today);
        return made;
    }

    private ClassGroup own(long schoolId, PublicId id) {
        return classes.ofSchool(schoolId, id).orElseThrow(NotFound::new);
    }
}
