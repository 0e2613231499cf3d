package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonFacts;
import uk.thinkuknow.curriculum.files.TranslationReadResult;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Translation;
import uk.thinkuknow.curriculum.welsh.WelshReview;

/** Entity: the translation of a module version. Its texts never change; only its review is added. */
@Entity
@Table(name = "module_translation")
class ModuleTranslation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "module_version_id", updatable = false)
    private long versionId;

    @Column(updatable = false)
    private String language;

    @Column(name = "content_hash", updatable = false)
    private String hash;

    @Column(updatable = false, length = Length.LONG32)
    private String content;

    @Column(updatable = false)
    private int texts;

    @Column(updatable = false, length = Length.LONG16)
    private String missing;

    @Column(name = "published_at", updatable = false)
    private Instant publishedAt;

    @Column(name = "reviewed_by")
    private @Nullable String reviewedBy;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @SuppressWarnings("NullAway.Init")
    ModuleTranslation() {}

    ModuleTranslation(long versionId, TranslationReadResult.Fine read, CanonicalLesson words, Instant at) {
        this.versionId = versionId;
        this.language = words.lesson().language();
        this.hash = words.hash();
        this.content = words.json();
        this.texts = read.texts();
        this.missing = String.join("\n", read.missing());
        this.publishedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long versionId() {
        return versionId;
    }

    @Nullable
    WelshReview review() {
        return reviewedBy == null || reviewedAt == null ? null : new WelshReview(reviewedBy, reviewedAt);
    }

    void recordReview(String by, Instant at) {
        reviewedBy = by;
        reviewedAt = at;
    }

    /** Returns the lesson as published, with its references to facts not filled in. */
    Lesson lesson() {
        return CanonicalLesson.lessonOf(content);
    }

    Translation translation() {
        return new Translation(
                id(),
                Language.of(language).orElseThrow(),
                hash,
                LessonFacts.withFacts(lesson(), Facts.packaged()).lesson(),
                texts,
                missing.lines().toList(),
                reviewedAt != null);
    }
}
