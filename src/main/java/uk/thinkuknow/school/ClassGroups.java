package uk.thinkuknow.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.shared.PublicId;

@Singleton
class ClassGroups implements PanacheRepository<ClassGroup> {
    Optional<ClassGroup> ofSchool(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }

    List<ClassGroup> ofSchool(long schoolId, String yearKey) {
        return list("schoolId = ?1 and yearKey = ?2 order by name", schoolId, yearKey);
    }

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

    void addGroup(CardGroup group) {
        getEntityManager().persist(group);
    }

    boolean isNamed(long schoolId, String yearKey, String name) {
        return count("schoolId = ?1 and yearKey = ?2 and name = ?3", schoolId, yearKey, name) > 0;
    }

    /** Its cards go with it; whatever else points to it keeps it, and the database says so. */
    void removeWithGroups(ClassGroup group) {
        getEntityManager()
                .createQuery("delete from CardGroup where classId = ?1")
                .setParameter(1, group.id())
                .executeUpdate();
        delete(group);
    }
}
