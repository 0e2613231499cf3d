package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a Markdown text into sentences and counts their words. */
final class Sentences {
    /** Markdown markers at the start of a line, which nobody reads; such a line begins a new sentence. */
    private static final Pattern LINE_START = Pattern.compile("(?m)^[^\\S\\r\\n]*(?:[-*>#]+|\\d+[.)])\\s+");

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n\\u0000?|\\u0000");
    private static final Pattern END = Pattern.compile("(?<=[.!?…:][\"'”’)*_]{0,3})\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Sentences() {}

    /** A sentence and its length in words. */
    record Sentence(String text, int words) {
        Stream<String> eachWord() {
            return wordsOf(text);
        }
    }

    /** Returns the sentences with more words than the limit. */
    static List<Sentence> longerThan(int most, String markdown) {
        return of(markdown).stream().filter(sentence -> sentence.words() > most).toList();
    }

    /** Returns all sentences of a text; an empty text is one sentence of no words. */
    static List<Sentence> of(String markdown) {
        var found = new ArrayList<Sentence>();
        for (var paragraph : PARAGRAPH.split(LINE_START.matcher(markdown).replaceAll("\u0000"))) {
            for (var sentence : END.split(paragraph.strip())) {
                found.add(new Sentence(sentence, (int) wordsOf(sentence).count()));
            }
        }
        return found;
    }

    private static Stream<String> wordsOf(String sentence) {
        return SPACE.splitAsStream(sentence).filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit));
    }
}
