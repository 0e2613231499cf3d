package uk.thinkuknow.attendance.check;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/** The question of a figure check: asks a colleague of the signer for the heads of a drawn return; open for a week. */
@Entity
@Table(name = "figure_question")
class FigureQuestion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "draw_id")
    private long drawId;

    @Column(name = "session_id")
    private long sessionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "draw_kind")
    private DrawKind drawKind;

    /** Names of {@link RiskReason}, separated by commas; empty if drawn by chance. */
    private String reasons;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @ElementCollection
    @CollectionTable(name = "figure_heads", joinColumns = @JoinColumn(name = "question_id"))
    @OrderColumn(name = "place")
    private List<ClassHeads> heads = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    FigureQuestion() {}

    /**
     * Asks for the heads of a return.
     *
     * @param reasons the signs of risk for which it was drawn; none if it was drawn by chance
     */
    FigureQuestion(
            PublicId publicId,
            long drawId,
            long sessionId,
            List<RiskReason> reasons,
            List<ClassHeads> heads,
            Instant dueAt) {
        this.publicId = publicId.value();
        this.drawId = drawId;
        this.sessionId = sessionId;
        this.drawKind = reasons.isEmpty() ? DrawKind.CHANCE : DrawKind.RISK;
        this.reasons = reasons.stream().map(RiskReason::name).collect(Collectors.joining(","));
        this.heads = new ArrayList<>(heads);
        this.dueAt = dueAt;
        this.state = State.ASKED;
    }

    /**
     * Stores the heads given again, one number a class in the order of {@link #heads}.
     *
     * @throws Refused if the question is answered already, or its week is over
     */
    void answer(List<Integer> said, String by, Instant at) {
        requireOpen(at);
        for (int i = 0; i < heads.size(); i++) {
            heads.set(i, heads.get(i).said(said.get(i)));
        }
        state = State.ANSWERED;
        answeredBy = by;
        answeredAt = at;
    }

    /** @throws Refused if the question is answered already, or its week is over */
    void requireOpen(Instant now) {
        if (state == State.ANSWERED) {
            throw new Refused("check.answeredAlready", Objects.requireNonNull(answeredBy));
        }
        if (state == State.LAPSED || now.isAfter(dueAt)) {
            throw new Refused("check.weekOver");
        }
    }

    boolean isAsked() {
        return state == State.ASKED;
    }

    void lapse() {
        state = State.LAPSED;
    }

    void recordReminder(Instant at) {
        remindedAt = at;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long sessionId() {
        return sessionId;
    }

    DrawKind drawKind() {
        return drawKind;
    }

    Instant dueAt() {
        return dueAt;
    }

    List<ClassHeads> heads() {
        return List.copyOf(heads);
    }

    /** Whether the question is open, answered, or was closed without an answer. */
    enum State {
        ASKED,
        ANSWERED,
        LAPSED
    }
}
