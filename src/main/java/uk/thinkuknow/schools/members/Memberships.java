package uk.thinkuknow.schools.members;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffJoined;
import uk.thinkuknow.schools.imports.ImportUndoCheck;

/** Repository of the memberships of staff at schools. */
@Singleton
public class Memberships implements PanacheRepository<Membership>, ImportUndoCheck {
    /** How many months back leavers are listed. */
    private static final int MONTHS_BACK = 12;

    private final Clock clock;

    Memberships(Clock clock) {
        this.clock = clock;
    }

    /** Adds the membership of a new account that is created with a school. */
    void hear(@Observes StaffJoined joined) {
        begin(joined.staffId(), joined.schoolId(), Membership.Part.TEACHER, null);
    }

    void begin(long staffId, long schoolId, Membership.Part part, @Nullable Long admittedBy) {
        persist(new Membership(staffId, schoolId, part, London.today(clock), admittedBy));
    }

    void end(Membership membership) {
        membership.end(London.today(clock));
    }

    @Override
    public AddedRows since(long importId, Instant appliedAt) {
        return new AddedRows(
                Words.of("members.memberOfStaff"),
                Words.of("members.membersOfStaff"),
                getSession()
                        .createNativeQuery("""
                        select count(*) from staff_school b where b.valid_from >= date(?2)
                          and not exists (select 1 from school_succession_v x where x.kind = 'staff_school begun' and x.item_id = b.id)
                          and b.school_id in\s""" + SCHOOLS, Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, appliedAt)
                        .getSingleResult());
    }

    /** The current memberships of a school, oldest first. */
    public List<Membership> ofSchool(long schoolId) {
        return list("schoolId = ?1 and validTo is null order by id", schoolId);
    }

    /** The current and earlier memberships of a school. */
    List<Membership> everOf(long schoolId) {
        return list("schoolId", schoolId);
    }

    public List<Membership> ofStaff(long staffId) {
        return list("staffId = ?1 and validTo is null order by id", staffId);
    }

    public Optional<Membership> of(long staffId, long schoolId) {
        return find("where staffId = ?1 and schoolId = ?2 and validTo is null", staffId, schoolId)
                .firstResultOptional();
    }

    /** @throws NotFound if the person is not a member of the school now */
    Membership required(long staffId, long schoolId) {
        return of(staffId, schoolId).orElseThrow(NotFound::new);
    }

    boolean isAdministrator(long staffId, long schoolId) {
        return of(staffId, schoolId)
                .filter(each -> each.part() == Membership.Part.ADMINISTRATOR)
                .isPresent();
    }

    /** Memberships that ended in the last twelve months and have not begun again, latest first. */
    public List<Membership> recentLeavers(long schoolId) {
        var now = ofSchool(schoolId).stream().map(Membership::staffId).toList();
        return list(
                        "schoolId = ?1 and validTo >= ?2 order by validTo desc, id desc",
                        schoolId,
                        London.today(clock).minusMonths(MONTHS_BACK))
                .stream()
                .filter(each -> !now.contains(each.staffId()))
                .toList();
    }

    /** Returns whether the person has a membership of the school that has ended. */
    boolean ended(long staffId, long schoolId) {
        return count("from Membership where staffId = ?1 and schoolId = ?2 and validTo is not null", staffId, schoolId)
                > 0;
    }

    /**
     * Locks the school's staff list until the transaction ends. Call it before the first read of the transaction, so
     * that the reads see what earlier holders committed.
     */
    public void hold(long schoolId) {
        getEntityManager()
                .createNativeQuery("select id from school_v where id = ?1 for update", Long.class)
                .setParameter(1, schoolId)
                .getResultList();
    }

    public void hold(PublicId schoolId) {
        getEntityManager()
                .createNativeQuery("select id from school_v where public_id = ?1 for update", Long.class)
                .setParameter(1, schoolId.value())
                .getResultList();
    }

    /** The memberships of the school's administrators, without those whose account is disabled. */
    public List<Membership> administratorsOf(long schoolId) {
        return getEntityManager()
                .createNativeQuery("""
                        select m.* from staff_school m join staff_v p on p.id = m.staff_id and p.disabled_at is null
                        where m.school_id = ?1 and m.part = 'ADMINISTRATOR' and m.valid_to is null order by m.id""", Membership.class)
                .setParameter(1, schoolId)
                .getResultList();
    }

    /** Would the school have no administrator who can sign in without this member? */
    public boolean isOnlyAdministrator(Membership member) {
        var all = administratorsOf(member.schoolId());
        return all.size() == 1 && all.getFirst().staffId() == member.staffId();
    }
}
