package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;

/**
 * Builds a fill-the-gap question from the gaps of an imported text and the words to choose from. A word that differs
 * only in upper and lower case is listed once.
 */
public final class GapTextBuilder {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARK = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    private final UniqueKeys keys = new UniqueKeys();
    private final Map<String, Question.Word> words = new LinkedHashMap<>();
    private final List<String> gaps = new ArrayList<>();

    /**
     * Adds a word to choose from and returns its key, which is made from {@code id}. A word that was added before keeps
     * its key, and gets this feedback if it had none.
     */
    public String word(String id, String text, String feedback) {
        var known = words.get(folded(text));
        if (known == null) {
            known = new Question.Word(keys.keyFor(id, text), text, feedback);
        } else if (known.feedback().isEmpty()) {
            known = new Question.Word(known.key(), known.text(), feedback);
        }
        words.put(folded(text), known);
        return known.key();
    }

    boolean has(String text) {
        return words.containsKey(folded(text));
    }

    /**
     * Adds the next gap, which the word with this key fills, and returns the mark to put into the text.
     *
     * @throws uk.thinkuknow.common.Refused if there are more than 100 gaps or words
     */
    public String gap(String key) {
        gaps.add(key);
        ImportedQuestion.refuseTooManyParts(Math.max(gaps.size(), words.size()));
        return OPEN + String.valueOf(gaps.size() - 1) + CLOSE;
    }

    public int count() {
        return gaps.size();
    }

    static boolean isMarked(String text) {
        return text.indexOf(OPEN) >= 0;
    }

    /**
     * Builds the question.
     *
     * @param text the text with the marks of {@link #gap}
     */
    public Question.FillTheGap question(String key, String stem, String text) {
        var plain = text.replace('[', '(').replace(']', ')');
        var gapped = MARK.matcher(plain).replaceAll(found -> "[" + gaps.get(Integer.parseInt(found.group(1))) + "]");
        return new Question.FillTheGap(key, stem, gapped, List.copyOf(words.values()));
    }

    /** The parts of a text with gaps: the scene, the question, and the text to fill, with its gap marks. */
    public record GapTextParts(String scene, String asked, String text) {}

    /**
     * Splits a text with gap marks: the blocks before the first mark are the scene and the question, and all later
     * blocks are the text to fill.
     */
    public GapTextParts split(RichText words) {
        var before = new ArrayList<RichText.Block>();
        var gapped = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        for (var block : words.blocks()) {
            if (isMarked(block.plain())) {
                gapped.addAll(waiting);
                waiting.clear();
                gapped.add(block.plain());
            } else if (gapped.isEmpty()) {
                before.add(block);
            } else {
                waiting.add(block.plain());
            }
        }
        gapped.addAll(waiting);
        var told = new RichText(before, List.of(), Set.of());
        return new GapTextParts(told.scene(), told.asked(), String.join("\n\n", gapped));
    }

    /** Returns the given question or, if it is empty, "Which word fits the gap?" or its plural. */
    public String asked(String said) {
        return said.isEmpty()
                ? count() == 1 ? Words.of("content.whichWordFitsTheGap") : Words.of("content.whichWordsFitTheGaps")
                : said;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
