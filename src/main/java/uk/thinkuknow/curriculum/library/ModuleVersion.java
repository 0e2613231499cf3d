package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonFacts;
import uk.thinkuknow.curriculum.lesson.Review;
import uk.thinkuknow.curriculum.lesson.Withdrawal;

/** Entity: a published version of a module. Its content never changes; only its review and withdrawal are added. */
@Entity
@Table(name = "module_version")
class ModuleVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "module_id", updatable = false)
    private ModuleRecord module;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private String title;

    @Column(name = "content_hash", updatable = false)
    private String hash;

    @Column(updatable = false, length = Length.LONG32)
    private String content;

    @Column(name = "published_at", updatable = false)
    private Instant publishedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_why")
    private @Nullable String withdrawnWhy;

    @Column(name = "reviewed_by")
    private @Nullable String reviewedBy;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    /** The hash of the facts as they were when the version was reviewed. */
    @Column(name = "reviewed_facts")
    private String reviewedFacts = "";

    @SuppressWarnings("NullAway.Init")
    ModuleVersion() {}

    ModuleVersion(ModuleRecord module, int number, CanonicalLesson lesson, Instant at) {
        this.module = module;
        this.number = number;
        this.language = lesson.lesson().language();
        this.title = lesson.lesson().title();
        this.hash = lesson.hash();
        this.content = lesson.json();
        this.publishedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    ModuleRecord module() {
        return module;
    }

    int number() {
        return number;
    }

    String hash() {
        return hash;
    }

    String content() {
        return content;
    }

    String title() {
        return title;
    }

    String language() {
        return language;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Withdrawal withdrawal() {
        return withdrawnBy == null || withdrawnWhy == null || withdrawnAt == null
                ? null
                : new Withdrawal(withdrawnBy, withdrawnWhy, withdrawnAt);
    }

    @Nullable
    Review review() {
        return reviewedBy == null || reviewedAt == null ? null : new Review(reviewedBy, reviewedAt);
    }

    /**
     * Records a review.
     *
     * @param facts the hash of the facts as they were reviewed
     */
    void recordReview(String by, Instant at, String facts) {
        reviewedBy = by;
        reviewedAt = at;
        reviewedFacts = facts;
    }

    /** Returns whether the facts are the same as at the review. */
    boolean factsUnchangedSinceReview() {
        return reviewedFacts.equals(currentFactsHash());
    }

    /** Returns a hash of the facts that the version states now. */
    String currentFactsHash() {
        return LessonFacts.hash(CanonicalLesson.lessonOf(content));
    }

    void withdraw(Withdrawal withdrawal) {
        withdrawnBy = withdrawal.by();
        withdrawnWhy = withdrawal.why();
        withdrawnAt = withdrawal.at();
    }

    void restore() {
        withdrawnBy = null;
        withdrawnWhy = null;
        withdrawnAt = null;
    }
}
