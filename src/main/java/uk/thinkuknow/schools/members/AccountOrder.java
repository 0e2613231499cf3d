package uk.thinkuknow.schools.members;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Keycloak is to be told of an account: written with the act that asks for it, tried until it is done. */
@Entity
@Table(name = "account_order")
public class AccountOrder {
    private static final int PROBLEM_AT_MOST = 400;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int DOUBLED_AT_MOST = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String role;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    private int tries;

    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    AccountOrder() {}

    AccountOrder(String username, Kind kind, @Nullable String role, String by, Instant at) {
        this.username = username;
        this.kind = kind;
        this.role = role;
        this.orderedBy = by;
        this.orderedAt = at;
        this.dueAt = at;
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

    public void isDone(Instant at) {
        tries++;
        doneAt = at;
        problem = null;
    }

    /** It could not be done: it is due again after a pause that doubles each time. */
    public void failed(String why, Instant at) {
        problem = why.length() <= PROBLEM_AT_MOST ? why : why.substring(0, PROBLEM_AT_MOST - 1) + "…";
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLED_AT_MOST));
        dueAt = at.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        tries++;
    }

    /** Somebody asks for it to be tried now. */
    public void isDue(Instant at) {
        dueAt = at;
    }

    /** The account was erased: the order stays as a fact without a name. */
    public void isOf(String label) {
        username = label;
    }

    public long id() {
        return Objects.requireNonNull(id);
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

    boolean isOpen() {
        return doneAt == null;
    }

    @Nullable
    public String problem() {
        return problem;
    }

    public int tries() {
        return tries;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String orderedBy() {
        return orderedBy;
    }

    /** "Give the role teacher". */
    public String inWords() {
        return role == null ? kind.words : kind.words + " " + role;
    }
}
