package uk.thinkuknow.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/**
 * A staff account as it is stored: user name, name, email address, the person's school or the area they manage, and
 * when the account was disabled or erased.
 */
@Entity
@Table(name = "staff")
class Staff {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(nullable = false)
    private String username;

    @Column(nullable = false)
    private String name;

    private @Nullable String email;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "school_id")
    private @Nullable Long schoolId;

    /** The area that a manager looks after; null for the whole programme. */
    @Column(name = "area_kind")
    private @Nullable String areaKind;

    @Column(name = "area_key")
    private @Nullable String areaKey;

    /** The regions of a manager's nation, separated by commas. */
    @Formula("(select group_concat(r.region_key) from region_v r where area_kind = 'nation' and r.nation = area_key)")
    private @Nullable String regions;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** The hash of the former user name, until Keycloak has deleted the account. */
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "erased_hash")
    private byte @Nullable [] erasedHash;

    /** Keycloak's number of the account; null before its first sign-in. */
    private @Nullable String subject;

    /** Whether the account had the reviewer role at its last visit. */
    private boolean reviews;

    /** Whether the account had the manager role at its last visit. */
    private boolean manages;

    @SuppressWarnings("NullAway.Init")
    Staff() {}

    Staff(PublicId publicId, String username, String name) {
        this.publicId = publicId.value();
        this.username = username;
        this.name = name;
    }

    /** Takes over the account's number at Keycloak, name and email address from a sign-in. */
    void updateFrom(SignInClaims seen) {
        if (seen.subject() != null) {
            subject = seen.subject();
        }
        if (!seen.name().isBlank()) {
            name = seen.name();
        }
        if (seen.email() != null) {
            setEmail(seen.email(), seen.emailVerified());
        }
    }

    @Nullable
    String subject() {
        return subject;
    }

    /** Returns whether this is the account with this number at Keycloak; before the first sign-in it may be any. */
    boolean isSubject(@Nullable String seen) {
        return subject == null || seen == null || subject.equals(seen);
    }

    void setReviewer(boolean now) {
        reviews = now;
    }

    void setManager(boolean now) {
        manages = now;
    }

    void setEmail(String address, boolean verified) {
        email = address;
        emailVerified = verified;
    }

    void setSchool(@Nullable Long school) {
        schoolId = school;
    }

    void setArea(Scope area) {
        areaKind = area.isProgramme() ? null : area.kind().key();
        areaKey = area.isProgramme() ? null : area.key();
        regions = String.join(",", area.regions());
    }

    private Scope scope() {
        var area = areaKind == null
                ? Scope.PROGRAMME
                : Scope.read(areaKind + " " + areaKey).orElseThrow();
        return area.kind() == Scope.Kind.NATION && regions != null
                ? Scope.nation(area.key(), Set.of(regions.split(",")))
                : area;
    }

    /** Disables the account from then on, even with a valid sign-in; null enables it again. */
    void disable(@Nullable Instant at) {
        disabledAt = at;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    /** Keeps the row and its id, and removes everything that identifies the person. */
    void erase(ErasureReplacements words, Instant at) {
        erasedHash = AuditHash.ofName(username);
        erasedAt = at;
        disabledAt = at;
        username = words.username();
        name = words.label();
        subject = null;
        email = null;
        emailVerified = false;
        reviews = false;
        setSchool(null);
        setArea(Scope.PROGRAMME);
    }

    /** Deletes the hash of the former user name, once Keycloak has deleted the account. */
    void forgetUsername() {
        erasedHash = null;
    }

    StaffMember member(Set<String> roles) {
        return new StaffMember(id(), username, name, roles, schoolId, scope(), email);
    }

    Account account() {
        return new Account(
                id(),
                new PublicId(publicId),
                username,
                name,
                email,
                emailVerified,
                new Account.Place(schoolId, scope(), disabledAt));
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }
}
