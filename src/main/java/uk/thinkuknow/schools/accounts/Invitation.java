package uk.thinkuknow.schools.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.school.SchoolService;

/** An invitation by email to a school or to the programme; its link works once, within two weeks. */
@Entity(name = "SchoolInvitation") // the entity of calendar invitations has the plain name
@Table(name = "invitation")
public class Invitation {
    static final Duration GOOD_FOR = Duration.ofDays(14);
    static final String PROGRAMME = Words.of("accounts.programme");
    static final int EMAIL_AT_MOST = 120;
    static final int NAME_AT_MOST = 120;

    /** No name has these, but a link or an address has, which the email would carry. */

    /** How long the page shows the one-time password again to the holder of the link, who may have lost the page. */
    private static final Duration SHOWN_FOR = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "school_id")
    private @Nullable Long schoolId;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Membership.@Nullable Part part;

    private @Nullable String role;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "key_hash")
    private byte[] keyHash;

    @Column(name = "invited_by")
    private String invitedBy;

    /** Account of the person who sent it; null for invitations of earlier versions whose sender is unknown. */
    private @Nullable Long inviter;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "used_by")
    private @Nullable Long usedBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    Invitation() {}

    /** @param schoolId null for an invitation to the programme */
    Invitation(@Nullable Long schoolId, Invitee whom, byte[] keyHash, StaffMember by, Instant at) {
        this.publicId = PublicId.draw().value();
        this.schoolId = schoolId;
        this.email = whom.email();
        this.name = whom.name();
        this.part = whom.part();
        this.role = whom.role();
        this.keyHash = keyHash.clone();
        this.invitedBy = by.name();
        this.inviter = by.id();
        this.invitedAt = at;
        this.expiresAt = at.plus(GOOD_FOR);
    }

    /**
     * The invited person, with a part at a school or a role of the programme.
     *
     * @throws Refused if the address is not valid, or the name is missing, too long, or has a link or what no account's
     *     name can have
     */
    public record Invitee(
            String email,
            String name,
            Membership.@Nullable Part part,
            @Nullable String role) {
        public static Invitee toSchool(String email, String name, Membership.Part part) {
            return new Invitee(email, name, part, null);
        }

        public static Invitee toProgramme(String email, String name, String role) {
            return new Invitee(email, name, null, role);
        }

        public Invitee {
            email = email.strip().toLowerCase(Locale.ROOT);
            name = name.strip();
            if (name.isEmpty() || name.length() > NAME_AT_MOST || Letter.isLink(name)) {
                throw new NameRefused("accounts.nameMissing", NAME_AT_MOST);
            }
            var refused = Keycloak.refusedIn(name);
            if (!refused.isEmpty()) {
                throw new NameRefused("accounts.nameCharacters", refused);
            }
            if (!Letter.isAddress(email) || email.length() > EMAIL_AT_MOST) {
                throw new Refused("accounts.emailMissing");
            }
        }
    }

    /** The state of an invitation: open, used, withdrawn or expired. */
    enum State {
        OPEN,
        USED,
        WITHDRAWN,
        EXPIRED
    }

    State stateAt(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /** @throws Refused if it is not open, or the person sent it themselves */
    void use(long staffId, Instant now) {
        requireOpen(now);
        if (Long.valueOf(staffId).equals(inviter)) {
            throw new Refused("accounts.ownInvitation");
        }
        usedBy = staffId;
        usedAt = now;
    }

    void withdraw(Instant now) {
        requireOpen(now);
        withdrawnAt = now;
    }

    void requireOpen(Instant now) {
        switch (stateAt(now)) {
            case OPEN -> {}
            case USED -> throw new Refused("accounts.usedAlready");
            case WITHDRAWN -> throw new Refused("accounts.withdrawnAsk", invitedBy);
            case EXPIRED -> throw new Refused("accounts.ranOutAsk", invitedBy);
        }
    }

    /**
     * Returns whether the one-time password may still be shown to the holder of the link: in the first hour after use.
     */
    boolean showsPasswordAt(Instant now) {
        return usedAt != null && now.isBefore(usedAt.plus(SHOWN_FOR));
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    /** The id of the school; null for an invitation to the programme. */
    @Nullable
    Long schoolId() {
        return schoolId;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    /** The part at the school; null for an invitation to the programme. */
    Membership.@Nullable Part part() {
        return part;
    }

    /** The role of the programme; null for an invitation to a school. */
    @Nullable
    String role() {
        return role;
    }

    /** The part or role with its article: "a school administrator", "an auditor". */
    String asOne() {
        return Words.of("accounts.one." + (part == null ? role : part.name()));
    }

    /** The name of the school, or "the ThinkUKnow programme". */
    String whither(SchoolService schools) {
        return schoolId == null ? PROGRAMME : schools.school(schoolId).name();
    }

    byte[] keyHash() {
        return keyHash.clone();
    }

    String invitedBy() {
        return invitedBy;
    }

    @Nullable
    Long inviter() {
        return inviter;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Long usedBy() {
        return usedBy;
    }
}
