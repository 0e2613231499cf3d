package uk.thinkuknow.exchange.qti;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.GapTextBuilder;
import uk.thinkuknow.exchange.content.RichText;

/** Turns Moodle's embedded answers, such as <code>{1:MULTICHOICE:=right~wrong#why}</code>, into gaps. */
public final class MoodleCloze {
    /** The words of a gap end where another begins, also an escaped one, or each of many open ones would be read to the end. */
    private static final Pattern GAP = Pattern.compile(
            "\\{(\\d*):([A-Z_]+):((?:[^\\\\{}]++|\\\\(?!\\{\\d*+:[A-Z_]).|\\{(?!\\d*+:[A-Z_]))*+)}", Pattern.DOTALL);

    private static final Pattern ANSWER = Pattern.compile("^\\s*(=|%(-?[0-9.]+)%)?(.*)$", Pattern.DOTALL);
    private static final Set<String> TYPED =
            Set.of("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC", "NUMERICAL", "NM");
    private static final Pattern CHOSEN = Pattern.compile("(MULTICHOICE|MC)(_?[VHS]{1,2})?");

    private MoodleCloze() {}

    /**
     * Returns the HTML with a gap mark for each embedded answer, and adds their words to {@code gaps}.
     *
     * @throws Refused if a gap has no right word or takes several answers at once
     */
    public static String marked(String html, GapTextBuilder gaps, Set<String> lost) {
        return GAP.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(gap(found.group(2), found.group(3), gaps, lost)));
    }

    private static String gap(String kind, String answers, GapTextBuilder gaps, Set<String> lost) {
        boolean typed = TYPED.contains(kind);
        if (!typed && !CHOSEN.matcher(kind).matches()) {
            throw new Refused("qti.hasAGapThatTakes");
        }
        if (typed) {
            lost.add(Words.of("qti.typingChildrenChooseFromThe"));
        }
        var right = "";
        double best = 0;
        for (var answer : answers.split("(?<!\\\\)~")) {
            var parts = answer.split("(?<!\\\\)#", 2);
            var read = ANSWER.matcher(parts[0]);
            if (!read.matches()) {
                continue;
            }
            var sign = read.group(1);
            double worth = sign == null ? 0 : sign.equals("=") ? 100 : QtiResponse.number(read.group(2));
            var word = word(read.group(3), kind);
            if (word.isEmpty() || word.equals("*") || typed && worth > 0 && worth <= best) {
                continue;
            }
            var key = gaps.word(
                    word,
                    word,
                    parts.length > 1 ? RichText.ofHtml(unescaped(parts[1])).plain() : "");
            if (worth > best) {
                best = worth;
                right = key;
            }
        }
        if (right.isEmpty()) {
            throw new Refused("qti.hasAGapThatDoes");
        }
        if (best < 100) {
            lost.add(Words.of("qti.marksForAnswersThatAre"));
        }
        return gaps.gap(right);
    }

    private static String word(String text, String kind) {
        var plain = RichText.ofHtml(unescaped(text)).plain();
        return kind.startsWith("N") ? plain.replaceAll(":.*", "") : plain;
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([~=#{}\\\\\"/:])", "$1");
    }
}
