package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.curriculum.lesson.FileCredit;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;

/** Searches the pictures of published lessons by their descriptions and the titles of the lessons. */
@Singleton
class PictureLibrary {
    static final int ON_A_PAGE = 24;

    private final CurriculumService curriculum;
    private final LessonFiles files;

    PictureLibrary(CurriculumService curriculum, LessonFiles files) {
        this.curriculum = curriculum;
        this.files = files;
    }

    /**
     * A picture in a published lesson.
     *
     * @param hash the hash of its bytes
     * @param path its path in the lesson's folder
     * @param said its description and credit
     */
    record Found(String module, String lesson, String hash, String path, FileCredit said) {}

    /** The pictures on one page of results, and the number of all results. */
    record Page(List<Found> found, int all) {}

    /**
     * Searches for pictures; each word must occur in the picture's description or in the title of its lesson.
     *
     * @param except the key of the lesson to leave out, as it has its own pictures
     * @param number the page, counted from 1
     */
    Page search(String words, String except, int number) {
        var wanted = List.of(words.toLowerCase(Locale.UK).strip().split("\\s+"));
        var names = new HashMap<Long, Map<String, String>>();
        var all = curriculum.current().stream()
                .filter(module -> !module.key().equals(except))
                .flatMap(module -> once(module).stream()
                        .filter(picture -> has(
                                wanted, picture.name() + " " + module.lesson().title()))
                        .map(picture -> new Shown(module, picture)))
                .toList();
        var found = all.stream()
                .skip((long) ON_A_PAGE * (number - 1))
                .limit(ON_A_PAGE)
                .flatMap(shown ->
                        found(
                                shown,
                                names.computeIfAbsent(shown.module().versionId(), id -> files.names(shown.module())))
                                .stream())
                .toList();
        return new Page(found, all.size());
    }

    /** A picture and the lesson that shows it. */
    private record Shown(PublishedModule module, Picture picture) {}

    /** Returns a picture of a lesson's newest version by hash; empty if there is none. */
    Optional<Found> picture(String moduleKey, String hash) {
        return curriculum.current().stream()
                .filter(module -> module.key().equals(moduleKey))
                .flatMap(module -> once(module).stream()
                        .filter(picture -> picture.file().equals(hash))
                        .flatMap(picture -> found(new Shown(module, picture), files.names(module)).stream()))
                .findFirst();
    }

    /** Returns the bytes of a picture. */
    byte[] content(Found found) {
        return files.content(found.hash()).orElseThrow();
    }

    /** Returns each picture once, with the first description of it that is not empty. */
    private static Set<Picture> once(PublishedModule module) {
        var seen = new HashMap<String, Picture>();
        var pictures = new LinkedHashSet<String>();
        module.lesson().pictures().forEach(picture -> {
            pictures.add(picture.file());
            seen.merge(picture.file(), picture, (had, other) -> had.name().isEmpty() ? other : had);
        });
        var all = new LinkedHashSet<Picture>();
        pictures.forEach(hash -> all.add(seen.get(hash)));
        return all;
    }

    private static Optional<Found> found(Shown shown, Map<String, String> names) {
        var picture = shown.picture();
        return names.entrySet().stream()
                .filter(file ->
                        file.getValue().equals(picture.file()) && file.getKey().startsWith(LessonFolder.PICTURES))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(path -> {
                    var lesson = shown.module().lesson();
                    var file = path.substring(LessonFolder.PICTURES.length());
                    var credit = lesson.rightsOrNone().of(file);
                    return new Found(
                            shown.module().key(),
                            lesson.title(),
                            picture.file(),
                            path,
                            new FileCredit(file, picture.name(), credit.source(), credit.licence()));
                });
    }

    private static boolean has(List<String> wanted, String words) {
        var low = words.toLowerCase(Locale.UK);
        return wanted.stream().allMatch(low::contains);
    }
}
