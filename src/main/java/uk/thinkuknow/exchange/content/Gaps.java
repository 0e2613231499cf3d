package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.thinkuknow.curriculum.lesson.Question;

/** A text with gaps as it comes together: the words to choose from, each once, and where they belong. */
public final class Gaps {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARK = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    private final Keys keys = new Keys();
    private final Map<String, Question.Word> words = new LinkedHashMap<>();
    private final List<String> gaps = new ArrayList<>();

    /** A word to choose from, under a key near to the name it has; the same word keeps the key it has. */
    public String word(String id, String text, String feedback) {
        var known = words.get(folded(text));
        if (known == null) {
            known = new Question.Word(keys.near(id, text), text, feedback);
        } else if (known.feedback().isEmpty()) {
            known = new Question.Word(known.key(), known.text(), feedback);
        }
        words.put(folded(text), known);
        return known.key();
    }

    boolean has(String text) {
        return words.containsKey(folded(text));
    }

    /** The next gap, in which the word with this key belongs: what is to be put into the text in its place. */
    public String gap(String key) {
        gaps.add(key);
        Quiz.fewEnough(Math.max(gaps.size(), words.size()));
        return OPEN + String.valueOf(gaps.size() - 1) + CLOSE;
    }

    public int count() {
        return gaps.size();
    }

    static boolean isMarked(String text) {
        return text.indexOf(OPEN) >= 0;
    }

    /** @param text with the marks of {@link #gap} */
    public Question.FillTheGap question(String key, String stem, String text) {
        var plain = text.replace('[', '(').replace(']', ')');
        var gapped = MARK.matcher(plain).replaceAll(found -> "[" + gaps.get(Integer.parseInt(found.group(1))) + "]");
        return new Question.FillTheGap(key, stem, gapped, List.copyOf(words.values()));
    }

    /** Of the text around the marks: what stands before it, what is asked, and the text itself. */
    public record Split(String scene, String asked, String text) {}

    /** The gaps lie in the paragraphs from the first mark to the last; what stands before them is told first. */
    public Split split(Rich words) {
        var before = new ArrayList<Rich.Block>();
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
        var told = new Rich(before, List.of(), Set.of());
        return new Split(told.scene(), told.asked(), String.join("\n\n", gapped));
    }

    public String asked(String said) {
        return said.isEmpty() ? count() == 1 ? "Which word fits the gap?" : "Which words fit the gaps?" : said;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
