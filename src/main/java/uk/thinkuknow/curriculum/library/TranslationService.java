package uk.thinkuknow.curriculum.library;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonFaulty;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.TranslationReadResult;
import uk.thinkuknow.curriculum.files.TranslationReader;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.TaughtLesson;
import uk.thinkuknow.curriculum.lesson.Translation;
import uk.thinkuknow.curriculum.welsh.WelshAvailability;
import uk.thinkuknow.curriculum.welsh.WelshReview;
import uk.thinkuknow.identity.staff.PeopleService;

/** Decides in which language a class takes a lesson, publishes Welsh translations, and records their reviews. */
@Singleton
public class TranslationService {
    private final ModuleTranslations rows;
    private final WelshAvailability welsh;
    private final PeopleService people;
    private final Instance<WelshAuthors> authors;
    private final Event<LessonLibrary.Changed> changed;
    private final Clock clock;
    private volatile Map<Long, Translation> byVersion = Map.of();

    TranslationService(
            ModuleTranslations rows,
            WelshAvailability welsh,
            PeopleService people,
            @Any Instance<WelshAuthors> authors,
            Event<LessonLibrary.Changed> changed,
            Clock clock) {
        this.rows = rows;
        this.welsh = welsh;
        this.people = people;
        this.authors = authors;
        this.changed = changed;
        this.clock = clock;
    }

    /** Returns the Welsh of a module version, whether or not classes may have it. */
    public Optional<Translation> of(long versionId) {
        return Optional.ofNullable(byVersion.get(versionId));
    }

    /**
     * Returns whether classes may have this version in Welsh: it must be complete, and reviewed unless drafts are
     * shown.
     */
    public boolean offered(long versionId) {
        var translation = byVersion.get(versionId);
        return translation != null && translation.isComplete() && welsh.offered(translation.reviewed());
    }

    /** Returns the lesson as a class takes it; in English if Welsh is asked for but not offered. */
    public TaughtLesson taught(PublishedModule module, Language asked) {
        return words(module, asked, offered(module.versionId()));
    }

    /**
     * Returns the lesson as staff try it out: if Welsh is asked for, in Welsh even if the translation is a draft, but
     * only if it is complete.
     */
    public TaughtLesson triedOut(PublishedModule module, Language asked) {
        var translation = byVersion.get(module.versionId());
        return words(module, asked, translation != null && translation.isComplete());
    }

    private TaughtLesson words(PublishedModule module, Language asked, boolean there) {
        var translation = byVersion.get(module.versionId());
        var spoken = welsh.languageFor(asked, translation != null && translation.reviewed(), there);
        return translation != null && spoken.language().isWelsh()
                ? new TaughtLesson(translation.lesson(), spoken, translation.hash())
                : new TaughtLesson(module.lesson(), spoken, "");
    }

    /** Returns the review of the current translation of a version; null if there is none. */
    @Transactional
    @Nullable
    public WelshReview review(long versionId) {
        return of(versionId)
                .map(Translation::id)
                .flatMap(rows::findByIdOptional)
                .map(ModuleTranslation::review)
                .orElse(null);
    }

    /**
     * Records a review of the Welsh on behalf of the signed-in administrator.
     *
     * @param id the translation the administrator saw, so that newer texts do not count as reviewed
     * @throws Refused if the name or the day is not valid, a text is missing, a newer translation has been published, or
     *     the administrator wrote some of it
     */
    @Transactional
    public void recordReview(PublishedModule module, long id, String by, LocalDate on) {
        var translation = of(module.versionId()).orElseThrow(NotFound::new);
        if (translation.id() != id) {
            throw new Refused("library.newerWelsh");
        }
        if (!translation.isComplete()) {
            throw new Refused("library.welshNotComplete");
        }
        var me = people.me();
        if (authors.stream().anyMatch(each -> each.wroteWelsh(me.id(), module.key()))) {
            throw new Refused("library.ownWelsh");
        }
        var name = WelshAvailability.reviewer(by, on, London.today(clock));
        rows.findByIdOptional(id)
                .orElseThrow(NotFound::new)
                .recordReview(name, on.atStartOfDay(London.ZONE).toInstant());
        people.note(
                me.name(),
                Words.of("library.noteReviewed"),
                Words.of("library.welshOf", module.key()),
                Words.of("library.versionReviewedBy", module.number(), name, on));
        refresh();
        changed.fire(new LessonLibrary.Changed());
    }

    /**
     * Publishes the Welsh of a folder for a version, unless it is published already; only logs a translation with
     * problems.
     */
    void publish(long versionId, LessonFolder folder, LessonReadResult.Fine english) {
        switch (TranslationReader.read(folder)) {
            case TranslationReadResult.None none -> {}
            // The English is correct and can be taught; the tests keep translations with problems out of the package.
            case TranslationReadResult.Faulty faulty ->
                Log.error(new LessonFaulty(folder.name(), faulty.problems()).why());
            case TranslationReadResult.Fine fine -> {
                var words = words(fine, english);
                if (!rows.has(versionId, words.hash())) {
                    rows.persist(new ModuleTranslation(versionId, fine, words, clock.instant()));
                }
            }
        }
    }

    /** Returns whether a version has the Welsh of a folder, or the folder has none. */
    boolean isPublished(long versionId, LessonFolder folder, LessonReadResult.Fine english) {
        return !(TranslationReader.read(folder) instanceof TranslationReadResult.Fine fine)
                || rows.has(versionId, words(fine, english).hash());
    }

    private static CanonicalLesson words(TranslationReadResult.Fine welsh, LessonReadResult.Fine english) {
        return CanonicalLesson.of(new LessonReadResult.Fine(welsh.lesson(), english.pictures(), english.recordings()));
    }

    /** Copies a complete translation and its review to a version that has one step less and no new content. */
    void carryOver(long from, long to, String withoutStep) {
        of(from).filter(Translation::isComplete).ifPresent(translation -> {
            var lesson = rows.findByIdOptional(translation.id())
                    .orElseThrow(NotFound::new)
                    .lesson()
                    .without(withoutStep);
            var row = new ModuleTranslation(
                    to,
                    new TranslationReadResult.Fine(lesson, translation.texts(), List.of()),
                    CanonicalLesson.of(new LessonReadResult.Fine(lesson, Map.of(), Map.of())),
                    clock.instant());
            var review = review(from);
            if (review != null) {
                row.recordReview(review.by(), review.at());
            }
            rows.persist(row);
        });
    }

    /** Refreshes the cached translations with the publications and reviews of all instances. */
    void refresh() {
        rows.flush();
        var holding = rows.newestOfEach();
        var known = byVersion;
        var fresh = holding.stream()
                .filter(row -> !isKnown(known.get(row.versionId()), row))
                .map(ModuleTranslations.NewestTranslation::id)
                .toList();
        if (fresh.isEmpty() && known.size() == holding.size()) {
            return;
        }
        var read = rows.withIds(fresh).stream()
                .collect(Collectors.toMap(ModuleTranslation::versionId, ModuleTranslation::translation));
        var now = new HashMap<Long, Translation>();
        holding.forEach(row -> {
            var translation = read.getOrDefault(row.versionId(), known.get(row.versionId()));
            if (translation != null) {
                now.put(row.versionId(), translation);
            }
        });
        byVersion = Map.copyOf(now);
    }

    private static boolean isKnown(@Nullable Translation known, ModuleTranslations.NewestTranslation row) {
        return known != null && known.id() == row.id() && known.reviewed() == (row.reviewedAt() != null);
    }
}
