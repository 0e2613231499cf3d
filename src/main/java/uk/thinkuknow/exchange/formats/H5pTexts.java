package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.GapTextBuilder;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.MarkedWords;
import uk.thinkuknow.exchange.content.RichText;

import static uk.thinkuknow.exchange.formats.H5pParams.html;
import static uk.thinkuknow.exchange.formats.H5pParams.pictured;

/** Reads H5P texts with words that are dragged into gaps, typed into gaps or marked. */
final class H5pTexts {
    private static final int MOST_GAPS = 4;
    /** H5P writes a gap as its word between stars. */
    private static final Pattern GAP = Pattern.compile("(?<!\\*)\\*(?!\\*)([^*]+?)\\*(?!\\*)");

    private final Function<RichText, ImportedQuestion> quiz;

    /** @param quiz makes a question from the text that asks it */
    H5pTexts(Function<RichText, ImportedQuestion> quiz) {
        this.quiz = quiz;
    }

    void dragged(JsonNode params) {
        var gaps = new GapTextBuilder();
        var asked = quiz.apply(pictured(params, html(params, "taskDescription")));
        var task = html(params, "taskDescription");
        var marked = marked(params.path("textField").asText(), gaps, asked.lost(), false, new HashMap<>());
        var others = GAP.matcher(params.path("distractors").asText());
        while (others.find()) {
            var word = RichText.ofHtml(others.group(1).replaceAll("(?<!\\\\):.*", ""))
                    .plain();
            gaps.word(word, word, "");
        }
        asked.gaps(gaps, task.and(RichText.ofPlain(marked.replaceAll("\\R", "\n\n"))));
    }

    /**
     * Reads texts with gaps in which words are typed. With more than four gaps, which are too many for one screen, each
     * text with gaps becomes a step of its own.
     *
     * @throws Refused if there are more than 100 texts
     */
    void typed(JsonNode params, SingleQuestionReader taking) {
        var field = params.path("text").asText().isBlank() ? "taskDescription" : "text";
        var task = pictured(params, html(params, field));
        var texts = H5pParams.each(params, "questions").map(JsonNode::asText).toList();
        ImportedQuestion.refuseTooManyParts(texts.size());
        long count = texts.stream().mapToLong(H5pTexts::gaps).sum();
        var ways = new HashMap<String, Integer>();
        for (var part : count > MOST_GAPS ? apart(texts) : List.of(String.join("\n", texts))) {
            taking.take(task, asked -> gaps(task, part, asked, ways));
        }
    }

    /** Reads one of several questions; a refusal does not affect the others. */
    interface SingleQuestionReader {
        void take(RichText question, Consumer<ImportedQuestion> reading);
    }

    private static void gaps(RichText task, String text, ImportedQuestion asked, Map<String, Integer> ways) {
        var gaps = new GapTextBuilder();
        asked.lost().add(Words.of("formats.typingChildrenChooseFromThe"));
        asked.gaps(gaps, task.and(RichText.ofHtml(marked(text, gaps, asked.lost(), true, ways))));
    }

    private static long gaps(String text) {
        return GAP.matcher(text).results().count();
    }

    /** Repeats a text without gaps before each text with gaps that follows it. */
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
            throw new Refused("formats.doesNotSayWhichWords");
        }
        var marked = GAP.matcher(field)
                .replaceAll(found ->
                        Matcher.quoteReplacement(MarkedWords.mark(found.group(1).replaceAll("\\\\[+-].*", ""))));
        var told = RichText.ofHtml(MarkedWords.unmarked(marked));
        var asked = quiz.apply(pictured(params, told.and(html(params, "taskDescription"))));
        asked.choose(MarkedWords.of(marked, asked), false);
    }

    /**
     * Returns the text with our marks for gaps. In H5P a hint follows a colon, and other spellings follow a slash.
     *
     * @param met how often each list of spellings was met; each time, its next spelling is taken
     */
    private static String marked(
            String text, GapTextBuilder gaps, Set<String> lost, boolean typed, Map<String, Integer> met) {
        return GAP.matcher(text).replaceAll(found -> {
            var told = found.group(1).split("\\\\\\+", 2);
            var feedback = told.length > 1
                    ? RichText.ofHtml(told[1].replaceAll("\\\\-.*", "")).plain()
                    : "";
            var word = told[0].replaceAll("\\\\-.*", "");
            var withoutHint = word.replaceAll("(?s)(?<!\\\\):.*", "");
            if (!withoutHint.equals(word)) {
                lost.add(Words.of("formats.hintsBesideItsGaps"));
            }
            var ways = typed ? withoutHint.split("(?<!\\\\)/") : new String[] {withoutHint};
            int which = met.merge(withoutHint, 1, Integer::sum) - 1;
            var best = RichText.ofHtml(ways[which % ways.length].replaceAll("\\\\([:/])", "$1"))
                    .plain();
            if (ways.length > 1) {
                lost.add(Words.of("formats.otherWaysToWrite", best));
            }
            return Matcher.quoteReplacement(gaps.gap(gaps.word(best, best, feedback)));
        });
    }
}
