package uk.thinkuknow.schools.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ClassLink;

/** Repository of classes, of their groups of cards and of the links to next year's classes. */
@Singleton
class ClassGroups implements PanacheRepository<ClassGroup> {
    Optional<ClassGroup> ofSchool(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }

    List<ClassGroup> ofSchool(long schoolId, String yearKey) {
        return list("schoolId = ?1 and yearKey = ?2 order by name", schoolId, yearKey);
    }

    void moveTo(long id, long school, String name) {
        getSession()
                .createNativeMutationQuery(
                        "update class_group set school_id = ?2, name = ?3, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .setParameter(3, name)
                .executeUpdate();
    }

    /** Locks these classes of the school until the transaction ends. */
    void hold(long schoolId, List<PublicId> ids) {
        find(
                        "schoolId = ?1 and publicId in ?2 order by id",
                        schoolId,
                        ids.stream().map(PublicId::value).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<CardGroup> groupsOf(long classId) {
        return getEntityManager()
                .createQuery("from CardGroup where classId = ?1 order by name", CardGroup.class)
                .setParameter(1, classId)
                .getResultList();
    }

    Optional<CardGroup> groupOf(long classId, PublicId id) {
        return getEntityManager()
                .createQuery("from CardGroup where classId = ?1 and publicId = ?2", CardGroup.class)
                .setParameter(1, classId)
                .setParameter(2, id.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    void removeGroup(CardGroup group) {
        getEntityManager().remove(group);
    }

    void addGroup(CardGroup group) {
        getEntityManager().persist(group);
    }

    boolean isNamed(long schoolId, String yearKey, String name) {
        return count("schoolId = ?1 and yearKey = ?2 and name = ?3", schoolId, yearKey, name) > 0;
    }

    /**
     * Deletes a class with its cards, its groups and its rows in the roll-over that created it. A foreign key of any
     * other table that refers to the class makes the statement fail.
     */
    void removeWithGroups(ClassGroup group) {
        for (var table : List.of("class_link where to_class", "roll_over_class where class_id")) {
            getEntityManager()
                    .createNativeQuery("delete from " + table + " = ?1")
                    .setParameter(1, group.id())
                    .executeUpdate();
        }
        getEntityManager()
                .createQuery("delete from CardGroup where classId = ?1")
                .setParameter(1, group.id())
                .executeUpdate();
        delete(group);
    }

    /**
     * The links of all schools' roll-overs from one year to the next, between a class and the class it continues in.
     */
    List<ClassLink> links(String fromYear, String toYear) {
        return getSession()
                .createNativeQuery("""
                        select l.from_class, l.to_class, l.same_cards
                        from class_link l join roll_over r on r.id = l.roll_over_id
                        where r.from_year = ?1 and r.to_year = ?2""", Object[].class)
                .setParameter(1, fromYear)
                .setParameter(2, toYear)
                .getResultList()
                .stream()
                .map(row -> new ClassLink(
                        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), Boolean.TRUE.equals(row[2])))
                .toList();
    }
}
