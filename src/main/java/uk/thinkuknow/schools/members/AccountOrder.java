package uk.thinkuknow.schools.members;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** What Keycloak is to be told of an account: written with the act that asks for it, tried until it is done. */
@Entity
@Table(name = "account_order")
public class AccountOrder extends OutboxEntry {
    private String username;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String role;

    @Column(name = "ordered_by")
    private String orderedBy;

    @SuppressWarnings("NullAway.Init")
    AccountOrder() {}

    AccountOrder(String username, Kind kind, @Nullable String role, String by, Instant at) {
        super(at);
        this.username = username;
        this.kind = kind;
        this.role = role;
        this.orderedBy = by;
    }

    /** What is to be done. */
    public enum Kind {
        CREATE("make the account"),
        ADD_ROLE("give the role"),
        REMOVE_ROLE("take away the role"),
        DISABLE("shut the account out"),
        ENABLE("let the account in again"),
        SIGN_OUT("end every sign-in"),
        REMOVE("remove the account");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    protected String label() {
        return "order %d for Keycloak, to %s,".formatted(id(), inWords());
    }

    /** The account was erased: the order stays as a fact without a name. */
    void isOf(String label) {
        username = label;
    }

    public String username() {
        return username;
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

    /** "Give the role teacher". */
    public String inWords() {
        return role == null ? kind.words : kind.words + " " + role;
    }
}
