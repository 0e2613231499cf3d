package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.Canonical;
import uk.thinkuknow.curriculum.files.LessonFacts;
import uk.thinkuknow.curriculum.lesson.Band;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Standing;
import uk.thinkuknow.curriculum.lesson.Translation;

/** What is published, in memory: lessons are read from the database once, their standing as often as it may change. */
@Singleton
class Library {
    private final ModuleVersions rows;
    private final TranslationService translations;
    private final LessonWords words;
    private final Drawings drawings;
    private final Recordings played;
    private final Map<Long, PublishedModule> read = new HashMap<>();
    private volatile Map<Long, PublishedModule> versions = Map.of();
    private volatile List<PublishedModule> current = List.of();

    Library(
            ModuleVersions rows,
            TranslationService translations,
            LessonWords words,
            Drawings drawings,
            Recordings played) {
        this.rows = rows;
        this.translations = translations;
        this.words = words;
        this.drawings = drawings;
        this.played = played;
    }

    /** Takes in what was published, reviewed or withdrawn, here or by other instances; in the caller's transaction. */
    void look() {
        rows.flush();
        var standings = rows.standings();
        update(rows.withIds(unknown(standings)), standings);
        translations.look();
        rows.files(PictureFile.class, drawings.unknown(pictures())).forEach(drawings::add);
        rows.files(RecordingFile.class, played.unknown(recordings())).forEach(played::add);
    }

    /** Those that have each of some words, for a band or, where there is no such band, for all. */
    LessonSearch search(List<PublishedModule> among, String typed, String band, int page) {
        return LessonSearch.of(among, typed, Band.of(band).map(Band::key).orElse(""), page, words);
    }

    /** How far a version is in Welsh, from 0 to 100 per cent; 0 if nobody has begun. */
    int welshPercent(long versionId) {
        return translations.of(versionId).map(Translation::percent).orElse(0);
    }

    Optional<PublishedModule> version(long id) {
        return Optional.ofNullable(versions.get(id));
    }

    Optional<PublishedModule> newest(String key) {
        return versions.values().stream()
                .filter(module -> module.key().equals(key))
                .max(Comparator.comparingInt(PublishedModule::number));
    }

    /** The ids of all versions of a module. */
    List<Long> versionsOf(String key) {
        return versions.values().stream()
                .filter(module -> module.key().equals(key))
                .map(PublishedModule::versionId)
                .toList();
    }

    List<PublishedModule> current() {
        return current;
    }

    /** The newest version of a module that is not withdrawn. */
    Optional<PublishedModule> current(String key) {
        return current.stream().filter(module -> module.key().equals(key)).findFirst();
    }

    /** The newest version of each module of which none is in use any more, by band and then title. */
    List<PublishedModule> withdrawn() {
        var taught = current.stream().map(PublishedModule::key).toList();
        return newestOfEach(versions.values().stream()
                .filter(module -> !taught.contains(module.key()))
                .toList());
    }

    /** The versions that are not known here yet. */
    private synchronized List<Long> unknown(Collection<Standing> standings) {
        return standings.stream()
                .map(Standing::versionId)
                .filter(id -> !read.containsKey(id))
                .toList();
    }

    /** The hashes of the drawings that the versions here show. */
    private List<String> pictures() {
        return versions.values().stream()
                .flatMap(version -> version.lesson().pictures().stream())
                .map(Picture::file)
                .distinct()
                .toList();
    }

    /** The hashes of the films, sound and captions that the versions here play. */
    private List<String> recordings() {
        return versions.values().stream()
                .flatMap(version -> version.lesson().recordings().stream())
                .flatMap(recording -> Stream.of(recording.file(), recording.captions()))
                .filter(hash -> !hash.isEmpty())
                .distinct()
                .toList();
    }

    /** Takes in what is new and how every version stands now; a version without a standing is no longer there. */
    private synchronized void update(Collection<ModuleVersion> fresh, Collection<Standing> standings) {
        for (var version : fresh) {
            read.computeIfAbsent(version.id(), id -> asPublished(version));
        }
        var now = new HashMap<Long, PublishedModule>();
        for (var standing : standings) {
            var known = read.get(standing.versionId());
            if (known != null) {
                now.put(standing.versionId(), with(known, standing));
            }
        }
        read.keySet().retainAll(now.keySet());
        versions = Map.copyOf(now);
        current = newestOfEach(
                now.values().stream().filter(module -> !module.withdrawn()).toList());
    }

    private static List<PublishedModule> newestOfEach(Collection<PublishedModule> all) {
        var newest = new TreeMap<String, PublishedModule>();
        for (var module : all) {
            newest.merge(module.key(), module, (a, b) -> a.number() > b.number() ? a : b);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing((PublishedModule module) -> lowestAge(module.lesson()))
                        .thenComparing(module -> module.lesson().title()))
                .toList();
    }

    private static int lowestAge(Lesson lesson) {
        return Band.of(lesson.band()).map(Band::ordinal).orElse(Integer.MAX_VALUE);
    }

    private static PublishedModule asPublished(ModuleVersion version) {
        var told = LessonFacts.told(Canonical.lessonOf(version.content()), Facts.packaged());
        return new PublishedModule(
                version.id(),
                version.module().key(),
                version.number(),
                version.hash(),
                told.lesson(),
                told.facts(),
                false,
                false);
    }

    private static PublishedModule with(PublishedModule module, Standing standing) {
        return new PublishedModule(
                module.versionId(),
                module.key(),
                module.number(),
                module.hash(),
                module.lesson(),
                module.facts(),
                standing.isReviewed(Facts.packaged().hash(module.facts())),
                standing.withdrawn());
    }
}
