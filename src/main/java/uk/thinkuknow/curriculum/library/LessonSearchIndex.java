package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.Strand;

/**
 * Checks whether a lesson contains the words of a search, in its title (English or Welsh), summary, objectives, strands
 * or step titles.
 */
@Singleton
public class LessonSearchIndex {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final TranslationService translations;

    /** Normalised text by version id, computed once because a version never changes. */
    private final Map<Long, String> plain = new ConcurrentHashMap<>();

    LessonSearchIndex(TranslationService translations) {
        this.translations = translations;
    }

    /** Returns the words of a search, normalised. */
    static List<String> typed(String words) {
        return Stream.of(NOT_A_WORD.split(plain(words)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns whether a lesson contains all of the words, also as parts of longer words. */
    boolean has(PublishedModule module, List<String> typed) {
        if (typed.isEmpty()) {
            return true;
        }
        var english = plain.computeIfAbsent(module.versionId(), any -> plain(textOf(module.lesson())));
        var welsh = translations
                .of(module.versionId())
                .map(one -> plain(one.lesson().title()))
                .orElse("");
        return typed.stream().allMatch(word -> english.contains(word) || welsh.contains(word));
    }

    private static String textOf(Lesson lesson) {
        return Stream.of(
                        Stream.of(lesson.title(), lesson.summary()),
                        lesson.objectives().stream(),
                        lesson.strands().stream()
                                .flatMap(key -> Strand.of(key).stream())
                                .map(Strand::title),
                        lesson.steps().stream().map(Step::title))
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.UK);
    }
}
