package uk.thinkuknow.schools.registers;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.Session;

/** What other features keep of a school that closed goes on at the school that came after it. */
@Singleton
class Following {
    private final Session database;
    private final List<FollowsSchool> followers;

    Following(Session database, @All List<FollowsSchool> followers) {
        this.database = database;
        this.followers = followers;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        followers.forEach(each -> move(each.table(), succeeded));
    }

    void hear(@Observes SuccessionUndone undone) {
        for (var each : followers) {
            undone.of(each.table()).forEach(moved -> put(each.table(), moved.id(), moved.from()));
        }
    }

    private void move(String table, SchoolsSucceeded succeeded) {
        var atClosedSchools = database.createNativeQuery(
                        "select b.id, b.school_id from " + table
                                + " b join school s on s.id = b.school_id and s.status = 'closed'",
                        Object[].class)
                .getResultList();
        for (var row : atClosedSchools) {
            long id = ((Number) row[0]).longValue();
            long from = ((Number) row[1]).longValue();
            var to = succeeded.successors().get(from);
            if (to != null) {
                put(table, id, to);
                succeeded.moved(table, id, from, to);
            }
        }
    }

    private void put(String table, long id, long school) {
        database.createNativeMutationQuery(
                        "update " + table + " set school_id = ?2, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
