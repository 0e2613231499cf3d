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

/** Which school or area an account of Keycloak's belongs to. */
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

    /** What of the programme a manager looks after; none is all of it. */
    @Column(name = "area_kind")
    private @Nullable String areaKind;

    @Column(name = "area_key")
    private @Nullable String areaKey;

    /** The regions of a manager's nation, with commas between them. */
    @Formula("(select group_concat(r.region_key) from region_v r where area_kind = 'nation' and r.nation = area_key)")
    private @Nullable String regions;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** Of the user name she had, until Keycloak has been told that she was erased. */
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "erased_hash")
    private byte @Nullable [] erasedHash;

    /** Was she a reviewer when she was last here? */
    private boolean reviews;

    /** Was she a manager when she was last here? */
    private boolean manages;

    @SuppressWarnings("NullAway.Init")
    Staff() {}

    Staff(PublicId publicId, String username, String name) {
        this.publicId = publicId.value();
        this.username = username;
        this.name = name;
    }

    /** What the sign-in says of her now. */
    void isSeenAs(SignedInAs seen) {
        if (!seen.name().isBlank()) {
            name = seen.name();
        }
        if (seen.email() != null) {
            isReachedAt(seen.email(), seen.emailVerified());
        }
    }

    void isReviewer(boolean now) {
        reviews = now;
    }

    void isManager(boolean now) {
        manages = now;
    }

    void isReachedAt(String address, boolean verified) {
        email = address;
        emailVerified = verified;
    }

    void worksAt(@Nullable Long school) {
        schoolId = school;
    }

    void looksAfter(Scope area) {
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

    /** From now on no page of ours lets her in, whatever her sign-in says; null lets her in again. */
    void isDisabled(@Nullable Instant at) {
        disabledAt = at;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    /** Leaves the row and its number, and nothing that says who it was. */
    void erase(ErasedWords words, Instant at) {
        erasedHash = AuditHash.ofName(username);
        erasedAt = at;
        disabledAt = at;
        username = words.username();
        name = words.label();
        email = null;
        emailVerified = false;
        reviews = false;
        worksAt(null);
        looksAfter(Scope.PROGRAMME);
    }

    /** Keycloak knows her no more. */
    void isGone() {
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
