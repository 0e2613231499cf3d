package uk.thinkuknow.courses.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;

/** An adult who takes training; their name is erased after a date, and the row still counts as one person. */
@Entity
@Table(name = "professional")
class Professional {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "staff_id")
    private @Nullable Long staffId;

    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String organisation;
    private @Nullable String job;

    @Column(name = "kept_until")
    private LocalDate keptUntil;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Professional() {}

    /** The details of a person; the email address is in lower case, and null if not known or not verified. */
    record PersonDetails(
            String name,
            @Nullable String email,
            @Nullable String organisation,
            @Nullable String job) {}

    Professional(PublicId publicId, @Nullable Long staffId, PersonDetails who, LocalDate keptUntil) {
        this.publicId = publicId.value();
        this.staffId = staffId;
        this.keptUntil = keptUntil;
        update(who);
    }

    /** Updates the name, and each other detail that is not null. */
    void update(PersonDetails who) {
        name = who.name;
        email = who.email == null ? email : who.email;
        organisation = who.organisation == null ? organisation : who.organisation;
        job = who.job == null ? job : who.job;
    }

    /** Links the record to the person's new account. */
    void linkAccount(long account) {
        staffId = account;
    }

    /** Takes out an email address that is somebody else's now. */
    void giveUpEmail() {
        email = null;
    }

    void keepUntil(LocalDate day) {
        keptUntil = day;
    }

    /** Erases everything that identifies the person. */
    void erase(Instant now) {
        staffId = null;
        name = null;
        email = null;
        organisation = null;
        job = null;
        erasedAt = now;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    @Nullable
    Long staffId() {
        return staffId;
    }

    /** The name, or "Name erased". */
    String name() {
        return name == null ? Words.of("training.nameErased") : name;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String organisation() {
        return organisation;
    }

    @Nullable
    String job() {
        return job;
    }

    LocalDate keptUntil() {
        return keptUntil;
    }
}
