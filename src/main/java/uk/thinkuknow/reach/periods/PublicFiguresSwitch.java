package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/** Stores whether the figures of closed periods are public; off until an administrator turns it on. */
@Singleton
class PublicFiguresSwitch {
    private final EntityManager database;
    private final PeopleService people;
    private final Clock clock;

    PublicFiguresSwitch(EntityManager database, PeopleService people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Says whether the figures are public.
     *
     * @param changed the person and time of the last change, or null if there was none
     */
    record SwitchState(boolean on, @Nullable String changed) {}

    @Transactional
    SwitchState standing() {
        List<Object[]> rows = database.createNativeQuery(
                        "select shown, changed_by, changed_at from public_figures", Object[].class)
                .getResultList();
        if (rows.isEmpty()) {
            return new SwitchState(false, null);
        }
        var row = rows.getFirst();
        return new SwitchState(
                Boolean.TRUE.equals(row[0]), Words.of("periods.changedBy", row[1], London.inWords(instant(row[2]))));
    }

    /** Sets the switch and records the change in the audit; does nothing if it is already set so. */
    @Transactional
    void turn(boolean on) {
        if (standing().on() == on) {
            return;
        }
        var me = people.me();
        database.createNativeQuery("""
                        insert into public_figures (id, shown, changed_by, changed_at) values (1, ?1, ?2, ?3)
                        on duplicate key update shown = values(shown), changed_by = values(changed_by), changed_at = values(changed_at)""")
                .setParameter(1, on)
                .setParameter(2, me.name())
                .setParameter(3, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
        people.note(
                me.name(),
                Words.of(on ? "periods.act.openedPublic" : "periods.act.closedPublic"),
                "public figures",
                "");
    }

    private static Instant instant(Object value) {
        return value instanceof Timestamp stamp ? stamp.toInstant() : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }
}
