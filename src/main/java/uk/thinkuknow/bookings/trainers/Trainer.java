package uk.thinkuknow.bookings.trainers;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.matching.WeekdayHours;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.NearbyPlace;

/**
 * A member of staff who delivers sessions for schools, with what they have entered: home, limits, age bands, languages
 * and usual week.
 */
@Entity
@Table(name = "trainer")
class Trainer {
    static final int KILOMETRES_AT_MOST = 500;
    static final int SESSIONS_AT_MOST = 8;
    private static final int KILOMETRES_AT_FIRST = 30;
    private static final int SESSIONS_AT_FIRST = 2;

    @Id
    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "home_typed")
    private @Nullable String homeTyped;

    @Column(name = "home_easting")
    private @Nullable Integer homeEasting;

    @Column(name = "home_northing")
    private @Nullable Integer homeNorthing;

    @Column(name = "region_key")
    private @Nullable String regionKey;

    @Column(name = "travel_km")
    private int travelKilometres;

    @Column(name = "sessions_a_day")
    private int sessionsADay;

    @ElementCollection
    @CollectionTable(name = "trainer_band", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "band_key")
    @Fetch(FetchMode.SUBSELECT)
    private Set<String> bands;

    @ElementCollection
    @CollectionTable(name = "trainer_language", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "language")
    @Fetch(FetchMode.SUBSELECT)
    private Set<String> languages;

    @ElementCollection
    @CollectionTable(name = "trainer_hours", joinColumns = @JoinColumn(name = "staff_id"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<WeekdayHours> week;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Trainer() {}

    /** A new trainer: 30 km, two sessions a day, English, no age bands, no free hours. */
    Trainer(long staffId, PublicId publicId) {
        this.staffId = staffId;
        this.publicId = publicId.value();
        travelKilometres = KILOMETRES_AT_FIRST;
        sessionsADay = SESSIONS_AT_FIRST;
        bands = new HashSet<>();
        languages = new HashSet<>(List.of("en"));
        week = new HashSet<>();
    }

    /** What a trainer enters; {@code home} is null for a trainer who takes only sessions by video. */
    record Terms(@Nullable String homeTyped, @Nullable NearbyPlace home, TrainerLimits limits) {}

    void setTerms(Terms terms, int versionSeen) {
        requireUnchangedSince(versionSeen);
        var limits = terms.limits;
        if (limits.kilometres() < 0 || limits.kilometres() > KILOMETRES_AT_MOST) {
            throw new Refused("trainers.distanceOutOfRange", KILOMETRES_AT_MOST);
        }
        if (limits.sessionsADay() < 1 || limits.sessionsADay() > SESSIONS_AT_MOST) {
            throw new Refused("trainers.sessionsOutOfRange", SESSIONS_AT_MOST);
        }
        var home = terms.home;
        homeTyped = home == null ? null : terms.homeTyped;
        homeEasting = home == null ? null : Integer.valueOf(home.place().easting());
        homeNorthing = home == null ? null : Integer.valueOf(home.place().northing());
        regionKey = home == null ? null : home.regionKey();
        travelKilometres = limits.kilometres();
        sessionsADay = limits.sessionsADay();
        replace(bands, limits.bands());
        replace(languages, limits.languages());
    }

    void setWeek(Collection<WeekdayHours> hours, int versionSeen) {
        requireUnchangedSince(versionSeen);
        replace(week, hours);
    }

    private void requireUnchangedSince(int versionSeen) {
        if (versionSeen != version) {
            throw new Refused("trainers.changedMeanwhile");
        }
    }

    private static <T> void replace(Set<T> kept, Collection<T> wanted) {
        kept.retainAll(Set.copyOf(wanted));
        kept.addAll(wanted);
    }

    long staffId() {
        return staffId;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    @Nullable
    String homeTyped() {
        return homeTyped;
    }

    @Nullable
    GridPlace home() {
        return homeEasting == null || homeNorthing == null ? null : new GridPlace(homeEasting, homeNorthing);
    }

    @Nullable
    String regionKey() {
        return regionKey;
    }

    TrainerLimits limits() {
        return new TrainerLimits(travelKilometres, sessionsADay, Set.copyOf(bands), Set.copyOf(languages));
    }

    Set<WeekdayHours> week() {
        return Set.copyOf(week);
    }

    int version() {
        return version;
    }
}
