package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/** Turns an exercise in which words of a text are marked into at most six answers to choose from. */
public final class MarkedWords {
    /** The most answers that the oldest age band is shown. */
    private static final int MOST = 6;

    private static final char OPEN = '\uE010';
    private static final char CLOSE = '\uE011';
    private static final Pattern WORD = Pattern.compile(
            OPEN + "([^" + CLOSE + "]{1,80})" + CLOSE + "|[\\p{L}\\p{N}]++(?:['’.-][\\p{L}\\p{N}]++)*+");

    private MarkedWords() {}

    /** A word of the text, and whether it is one to mark. */
    private record Word(String text, boolean right) {}

    /** Encloses a right word in the marks that {@link #of} looks for. */
    public static String mark(String word) {
        return OPEN + word + CLOSE;
    }

    /**
     * Returns at most six answers in the order of the text: all right words, and the first wrong words of the same
     * paragraphs.
     *
     * @param html the text with its right words marked
     * @throws Refused if no word is right, if six or more are, or if a word is right in one place and wrong in another
     */
    public static List<ImportedQuestion.ImportedAnswer> of(String html, ImportedQuestion quiz) {
        var words = new LinkedHashMap<String, Word>();
        // A paragraph without a right word explains and does not ask.
        var asking = RichText.ofHtml(html).blocks().stream()
                .map(RichText.Block::plain)
                .filter(block -> block.indexOf(OPEN) >= 0)
                .collect(Collectors.joining(" "));
        var found = WORD.matcher(asking);
        while (found.find()) {
            boolean right = found.group(1) != null;
            var text = RichTextReader.oneLine(right ? found.group(1) : found.group());
            var known = words.putIfAbsent(text.toLowerCase(Locale.ROOT), new Word(text, right));
            if (known != null && known.right() != right) {
                throw new Refused("content.asksForToBeMarked", text);
            }
        }
        long right = words.values().stream().filter(Word::right).count();
        if (right == 0) {
            throw new Refused("content.doesNotSayWhichWords");
        }
        if (right >= MOST) {
            throw new Refused("content.asksForWordsToBe", right);
        }
        if (words.size() > MOST) {
            quiz.lost().add(Words.of("content.wordsThatAreWrongOf", (MOST - right)));
        }
        return answers(words.values().stream().toList(), MOST - right);
    }

    private static List<ImportedQuestion.ImportedAnswer> answers(List<Word> words, long wrong) {
        var answers = new ArrayList<ImportedQuestion.ImportedAnswer>();
        long left = wrong;
        for (var word : words) {
            if (word.right() || left-- > 0) {
                answers.add(
                        new ImportedQuestion.ImportedAnswer(RichText.ofPlain(word.text()), word.right() ? 1 : 0, ""));
            }
        }
        return answers;
    }

    /** Returns the text without its marks. */
    public static String unmarked(String html) {
        return html.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }
}
