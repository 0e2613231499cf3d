package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.Gaps;
import uk.thinkuknow.exchange.content.MarkedWords;
import uk.thinkuknow.exchange.content.Quiz;
import uk.thinkuknow.exchange.content.Rich;

import static uk.thinkuknow.exchange.formats.H5pParams.html;
import static uk.thinkuknow.exchange.formats.H5pParams.pictured;

/** Texts of H5P with words that are dragged into it, typed into it or marked in it. */
final class H5pTexts {
    private static final int MOST_GAPS = 4;

    private final Function<Rich, Quiz> quiz;

    /** @param quiz makes a question of what is asked */
    H5pTexts(Function<Rich, Quiz> quiz) {
        this.quiz = quiz;
    }

    void dragged(JsonNode params) {
        var gaps = new Gaps();
        var asked = quiz.apply(pictured(params, html(params, "taskDescription")));
        var task = html(params, "taskDescription");
        var marked = H5pGaps.marked(params.path("textField").asText(), gaps, asked.lost(), false, new HashMap<>());
        var others = H5pGaps.GAP.matcher(params.path("distractors").asText());
        while (others.find()) {
            var word =
                    Rich.ofHtml(others.group(1).replaceAll("(?<!\\\\):.*", "")).plain();
            gaps.word(word, word, "");
        }
        asked.gaps(gaps, task.and(Rich.ofPlain(marked.replaceAll("\\R", "\n\n"))));
    }

    /** Where there are more gaps than a screen has room for, each text has a screen of its own. */
    void typed(JsonNode params, Taking taking) {
        var field = params.path("text").asText().isBlank() ? "taskDescription" : "text";
        var task = pictured(params, html(params, field));
        var texts = H5pParams.each(params, "questions").map(JsonNode::asText).toList();
        long count = texts.stream().mapToLong(H5pTexts::gaps).sum();
        var ways = new HashMap<String, Integer>();
        for (var part : count > MOST_GAPS ? apart(texts) : List.of(String.join("\n", texts))) {
            taking.take(task, asked -> gaps(task, part, asked, ways));
        }
    }

    /** Reads one question of several; what is refused of one is not of the others. */
    interface Taking {
        void take(Rich question, Consumer<Quiz> reading);
    }

    private static void gaps(Rich task, String text, Quiz asked, Map<String, Integer> ways) {
        var gaps = new Gaps();
        asked.lost().add("typing: children choose from the words that the file lists");
        asked.gaps(gaps, task.and(Rich.ofHtml(H5pGaps.marked(text, gaps, asked.lost(), true, ways))));
    }

    private static long gaps(String text) {
        return H5pGaps.GAP.matcher(text).results().count();
    }

    /** A text without gaps is told before each that has some and comes after it. */
    private static List<String> apart(List<String> texts) {
        var apart = new ArrayList<String>();
        var told = "";
        boolean asked = false;
        for (var text : texts) {
            if (gaps(text) > 0) {
                apart.add(told + text);
                asked = true;
            } else {
                told = asked ? text : told + text;
                asked = false;
            }
        }
        return apart.isEmpty() ? texts : apart;
    }

    void marked(JsonNode params) {
        var field = params.path("textField").asText();
        if (gaps(field) == 0) {
            throw new Refused("does not say which words are right");
        }
        var marked = H5pGaps.GAP
                .matcher(field)
                .replaceAll(found ->
                        Matcher.quoteReplacement(MarkedWords.mark(found.group(1).replaceAll("\\\\[+-].*", ""))));
        var told = Rich.ofHtml(MarkedWords.told(marked));
        var asked = quiz.apply(pictured(params, told.and(html(params, "taskDescription"))));
        asked.choose(MarkedWords.of(marked, asked), false);
    }
}
