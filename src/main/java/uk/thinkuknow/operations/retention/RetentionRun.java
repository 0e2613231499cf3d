package uk.thinkuknow.operations.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * One run of a retention rule: who started it, when it started and ended, how many rows it deleted, and how it failed.
 */
@Entity
@Table(name = "retention_run")
class RetentionRun {
    /** The name if nobody started the run: no person has an empty one. */
    static final String NOBODY = "";

    private static final int PROBLEM_AT_MOST = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "rule_key")
    private String rule;

    @Column(name = "begun_by")
    private String begunBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private int removed;

    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    RetentionRun() {}

    RetentionRun(String rule, @Nullable String begunBy, Instant at) {
        this.rule = rule;
        this.begunBy = begunBy == null ? NOBODY : begunBy;
        this.startedAt = at;
    }

    void removes(int some) {
        removed += some;
    }

    void ends(Instant at, @Nullable String why) {
        endedAt = at;
        problem = why == null || why.length() <= PROBLEM_AT_MOST ? why : why.substring(0, PROBLEM_AT_MOST - 1) + "…";
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String begunBy() {
        return begunBy.isEmpty() ? PeopleService.BY_ITSELF : begunBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isOver() {
        return endedAt != null;
    }

    int removed() {
        return removed;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
