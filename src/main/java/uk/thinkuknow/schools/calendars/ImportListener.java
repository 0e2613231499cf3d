package uk.thinkuknow.schools.calendars;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.ImportUndoCheck;
import uk.thinkuknow.schools.imports.ImportUndone;
import uk.thinkuknow.schools.imports.RollsImported;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/**
 * Records the rolls that imports of the national registers bring, and moves a school's own days to its successor. Both
 * are undone with the import.
 */
@Singleton
class ImportListener implements ImportUndoCheck {
    private static final String MOVED = "own_day_span";

    private static final String ADDED = """
            select (select count(*) from own_day_span b where b.added_at > ?2 and b.school_id in %1$s)
              + (select count(*) from school_roll b
                 where b.import_id is null and b.recorded_at > ?2 and b.school_id in %1$s)""".formatted(SCHOOLS);

    private final EntityManager database;
    private final DataSource source;
    private final Clock clock;

    ImportListener(EntityManager database, DataSource source, Clock clock) {
        this.database = database;
        this.source = source;
        this.clock = clock;
    }

    void hear(@Observes RollsImported imported) {
        var at = Sql.utc(clock.instant());
        var words = Words.of("calendars.registerAsOf", TextFormat.day(imported.asOf()));
        var rows = imported.rolls().stream()
                .map(each -> List.<Object>of(
                        each.schoolId(), imported.asOf(), each.roll(), words, imported.importId(), imported.by(), at))
                .toList();
        Sql.run(source, connection -> Sql.batch(connection, """
                        insert into school_roll (school_id, as_of, roll, source, import_id, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""", rows));
    }

    void hear(@Observes ImportUndone undone) {
        Sql.run(database, "delete from school_roll where import_id = ?1", undone.importId());
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move(
                MOVED,
                database.unwrap(Session.class)
                        .createNativeQuery("""
                                select o.id, o.school_id from own_day_span o
                                  join school_v s on s.id = o.school_id and s.status = 'closed'
                                where o.last_day >= ?1""", Object[].class)
                        .setParameter(1, succeeded.on())
                        .getResultList(),
                this::move);
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack(MOVED, this::move);
    }

    @Override
    public AddedRows since(long importId, Instant appliedAt) {
        return new AddedRows(
                Words.of("calendars.oneEntry"),
                Words.of("calendars.entries"),
                database.unwrap(Session.class)
                        .createNativeQuery(ADDED, Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, appliedAt)
                        .getSingleResult());
    }

    private void move(long id, long school) {
        Sql.run(database, "update ignore own_day_span set school_id = ?2 where id = ?1", id, school);
    }
}
