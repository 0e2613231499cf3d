package uk.thinkuknow.studio.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** Entity: a draft of a new lesson or of a lesson's next version. */
@Entity
@Table(name = "lesson_draft")
class Draft {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "module_key")
    private String moduleKey;

    private String title;

    @Column(name = "band_key")
    private String band;

    private String language;

    private String content;

    private int revision;

    private String state;

    @Column(name = "fault_count")
    private int faultCount;

    @Column(name = "advice_count")
    private int adviceCount;

    @Column(name = "step_count")
    private int stepCount;

    @Column(name = "lesson_locked")
    private boolean locked;

    @Column(name = "based_on")
    private @Nullable Long basedOn;

    @Column(name = "published_version_id")
    private @Nullable Long publishedVersionId;

    @Column(name = "publish_at")
    private @Nullable Instant publishAt;

    @Column(name = "release_note")
    private @Nullable String releaseNote;

    @Column(name = "reviewer_id")
    private @Nullable Long reviewerId;

    @Column(name = "review_wanted")
    private boolean reviewWanted;

    @Column(name = "changed_by")
    private long changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Draft() {}

    @SuppressWarnings("NullAway.Init")
    Draft(PublicId publicId, String moduleKey, @Nullable Long basedOn) {
        this.publicId = publicId.value();
        this.moduleKey = moduleKey;
        this.basedOn = basedOn;
        this.state = DraftState.DRAFT.key();
    }

    /** Stores new content with what lists show of it, and increases the revision number. */
    void write(DraftContent written, long staffId, Instant at) {
        content = written.text();
        title = written.title();
        band = written.band();
        language = written.language();
        faultCount = written.problems().size();
        adviceCount = written.advice().size();
        stepCount = DraftPlaces.steps(written.tree()).size();
        locked = LessonLocks.isLocked(written.tree());
        changedBy = staffId;
        changedAt = at;
        revision++;
    }

    void moveTo(DraftState next) {
        state = next.key();
        reviewerId = null;
    }

    /**
     * Records that a review was requested once: from then on, missing fields are shown as errors, not as still to be
     * filled in.
     */
    void wantReview() {
        reviewWanted = true;
    }

    /** Assigns the current review to one reviewer. */
    void assignReviewer(long reviewer) {
        reviewerId = reviewer;
    }

    /**
     * Stores the planned time of publication, null if none, and the note to those who taught the lesson, null if none.
     */
    void publishAt(@Nullable Instant at, @Nullable String note) {
        publishAt = at;
        releaseNote = note;
    }

    /** Records the version that was published from the draft, and closes the draft. */
    void recordPublication(long versionId) {
        publishedVersionId = versionId;
        publishAt = null;
        moveTo(DraftState.PUBLISHED);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String publicId() {
        return publicId;
    }

    String moduleKey() {
        return moduleKey;
    }

    String title() {
        return title;
    }

    String band() {
        return band;
    }

    String language() {
        return language;
    }

    String content() {
        return content;
    }

    /** Returns its review and revision, which a page hands back so that only what was read is approved. */
    String seen() {
        return state().key() + "." + revision;
    }

    int revision() {
        return revision;
    }

    DraftState state() {
        return DraftState.of(state);
    }

    int faultCount() {
        return faultCount;
    }

    int adviceCount() {
        return adviceCount;
    }

    int stepCount() {
        return stepCount;
    }

    /** Returns whether only managers and administrators may change it. */
    boolean isLocked() {
        return locked;
    }

    @Nullable
    Long basedOn() {
        return basedOn;
    }

    @Nullable
    Long publishedVersionId() {
        return publishedVersionId;
    }

    @Nullable
    Long reviewerId() {
        return reviewerId;
    }

    @Nullable
    Instant publishAt() {
        return publishAt;
    }

    @Nullable
    String releaseNote() {
        return releaseNote;
    }

    boolean reviewWanted() {
        return reviewWanted;
    }

    long changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
