package uk.thinkuknow.schools.members;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/**
 * An account order: an outbox row with one change of an account to be made in Keycloak. It is written in the
 * transaction of the act that asks for it, and retried until it is done.
 */
@Entity
@Table(name = "account_order")
public class AccountOrder extends OutboxEntry {
    private String username;

    /** Keycloak's number of the account; null before its first sign-in. */
    private @Nullable String subject;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String role;

    @Column(name = "ordered_by")
    private String orderedBy;

    @SuppressWarnings("NullAway.Init")
    AccountOrder() {}

    AccountOrder(String username, @Nullable String subject, Kind kind, @Nullable String role, String by, Instant at) {
        super(at);
        this.username = username;
        this.subject = subject;
        this.kind = kind;
        this.role = role;
        this.orderedBy = by;
    }

    /** The change to make in Keycloak. */
    public enum Kind {
        CREATE,
        ADD_ROLE,
        REMOVE_ROLE,
        DISABLE,
        ENABLE,
        SIGN_OUT,
        REMOVE
    }

    @Override
    protected String label() {
        return Words.of("members.order", String.valueOf(id()), inWords());
    }

    /** Replaces the username by a label, once the account is erased, and forgets its number. */
    void replaceUsername(String label) {
        username = label;
        subject = null;
    }

    public String username() {
        return username;
    }

    @Nullable
    public String subject() {
        return subject;
    }

    public Kind kind() {
        return kind;
    }

    @Nullable
    public String role() {
        return role;
    }

    public String orderedBy() {
        return orderedBy;
    }

    /** The change in words: "give the role teacher". */
    public String inWords() {
        return role == null ? Words.of(kind) : Words.of("members.kindAndRole", Words.of(kind), role);
    }
}
