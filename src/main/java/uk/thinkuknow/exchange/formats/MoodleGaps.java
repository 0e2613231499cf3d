package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.GapTextBuilder;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.MarkedWords;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.XmlElement;
import uk.thinkuknow.exchange.qti.MoodleCloze;
import uk.thinkuknow.exchange.qti.QtiResponse;

/** Reads Moodle questions that are a text with gaps or with words to find. */
final class MoodleGaps {
    private static final Pattern PLACE = Pattern.compile("\\[\\[(\\d{1,3})\\]\\]");

    private final XmlElement question;
    private final ImportedQuestion quiz;
    private final GapTextBuilder gaps = new GapTextBuilder();

    MoodleGaps(XmlElement question, ImportedQuestion quiz) {
        this.question = question;
        this.quiz = quiz;
    }

    /** Reads gaps written as [[1]], with the number of the right word in {@code boxes}. */
    void places(List<XmlElement> boxes) {
        var told = boxes.stream()
                .map(MoodleXmlImporter::words)
                .map(RichText::plain)
                .toList();
        if (boxes.stream().map(box -> box.childText("group")).distinct().count() > 1) {
            quiz.lost().add(Words.of("formats.aListOfWordsFor"));
        }
        told.forEach(word -> gaps.word(word, word, ""));
        var marked = PLACE.matcher(text()).replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            if (number < 1 || number > told.size()) {
                throw new Refused("formats.hasAGapForWhich");
            }
            var word = told.get(number - 1);
            return gaps.gap(gaps.word(word, word, ""));
        });
        quiz.gaps(gaps, RichText.ofHtml(marked));
    }

    void cloze() {
        quiz.gaps(gaps, RichText.ofHtml(MoodleCloze.marked(text(), gaps, quiz.lost())));
    }

    /** Reads gaps written as words in brackets, or between other characters that the author chose. */
    void gapFill() {
        // Counts each list of accepted words: the next gap with the same list takes its next word.
        var met = new HashMap<String, Integer>();
        var marked = between().matcher(text()).replaceAll(found -> {
            var ways = found.group(1).split("\\|");
            int which = met.merge(found.group(1), 1, Integer::sum) - 1;
            if (ways.length > 1) {
                quiz.lost().add(Words.of("formats.thatAGapTakesAny"));
            }
            var word = RichText.ofHtml(ways[which % ways.length]).plain();
            return Matcher.quoteReplacement(gaps.gap(gaps.word(word, word, "")));
        });
        var wrong = new ArrayList<>(List.of(question.childText("wronganswers").split(",")));
        question.children("answer").stream()
                .filter(answer -> QtiResponse.number(answer.attribute("fraction")) <= 0)
                .forEach(answer -> wrong.add(MoodleXmlImporter.words(answer).plain()));
        wrong.stream()
                .map(word -> RichText.ofHtml(word).plain())
                .filter(word -> !word.isEmpty())
                .forEach(word -> gaps.word(word, word, ""));
        quiz.gaps(gaps, RichText.ofHtml(marked));
    }

    /** Returns the text of a find-the-words question with its right words marked; the question is in another field. */
    static String marked(XmlElement question) {
        return between(question, "*")
                .matcher(MoodleXmlImporter.html(questionText(question)))
                .replaceAll(found -> Matcher.quoteReplacement(MarkedWords.mark(found.group(1))));
    }

    private Pattern between() {
        return between(question, "[");
    }

    private static Pattern between(XmlElement question, String usual) {
        var signs = question.childText("delimitchars");
        var open = Pattern.quote(signs.length() == 2 ? signs.substring(0, 1) : usual);
        var close = Pattern.quote(signs.length() == 2 ? signs.substring(1) : usual.equals("[") ? "]" : usual);
        return Pattern.compile(open + "([^<>]{1,80}?)" + close);
    }

    private String text() {
        return MoodleXmlImporter.html(questionText(question));
    }

    private static XmlElement questionText(XmlElement question) {
        return question.child("questiontext").orElseThrow(() -> new Refused("formats.hasNoText"));
    }
}
