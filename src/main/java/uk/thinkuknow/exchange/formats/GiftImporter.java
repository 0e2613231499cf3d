package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.GapTextBuilder;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.MatchItem;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.qti.QtiResponse;

/** Imports a file in GIFT, Moodle's plain-text format for questions. */
final class GiftImporter {
    private static final int LARGEST = 5 * 1024 * 1024;
    private static final Pattern NAMED = Pattern.compile("(?s)^\\s*::(.*?)::(.*)$");
    private static final Pattern FORMAT = Pattern.compile("(?s)^\\s*\\[(html|moodle|plain|markdown)](.*)$");
    private static final Pattern TRUE_FALSE = Pattern.compile("(?is)^(T|TRUE|F|FALSE)\\s*(?:#(.*))?$");
    private static final Pattern WORTH = Pattern.compile("(?s)^%(-?[0-9.]+)%(.*)$");
    private static final Pattern ORDER = Pattern.compile("(?s)^>(?:\\s*+[^\\n]++\\n|[^\\n]*+\\n)(.*)$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?:[0-9.]+");

    private final LessonBuilder draft = new LessonBuilder("GIFT", "");

    private GiftImporter() {}

    /** Returns whether the file is GIFT: a text of at most 5 MB in which a question has answers in braces. */
    static boolean isOne(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return false;
        }
        var text = GiftText.of(bytes);
        boolean readable = text.chars().limit(4000).noneMatch(sign -> sign == 0);
        return readable
                && !text.strip().matches("(?s)^[\\[{]\\s*[\"{\\[].*")
                && GiftText.blocks(text).stream().anyMatch(block -> {
                    int open = block.indexOf('{');
                    return open >= 0
                            && block.indexOf('}', open) > 0
                            && (NAMED.matcher(block.replaceFirst("^\\[\\w+]", ""))
                                            .matches()
                                    || GiftAnswers.isSure(block));
                });
    }

    /** Returns whether the file only looks like XML: it is GIFT and begins with the HTML of its first question. */
    static boolean beginsWithHtml(byte[] bytes) {
        return GiftText.of(Arrays.copyOf(bytes, Math.min(bytes.length, 200)))
                        .stripLeading()
                        .matches("(?is)<(p|b|strong|em|i|u|span|img|h[1-6]|code|pre)\\b.*")
                && isOne(bytes);
    }

    static ImportResult read(String fileName, byte[] bytes) {
        var reading = new GiftImporter();
        for (var block : GiftText.blocks(GiftText.of(bytes))) {
            reading.block(block);
        }
        return reading.draft.result(fileName);
    }

    private void block(String block) {
        if (block.startsWith(GiftText.CATEGORY)) {
            draft.titleOf(block.lines().findFirst().orElse("").substring(GiftText.CATEGORY.length()));
            var rest = block.lines().skip(1).toList();
            if (!rest.isEmpty()) {
                block(String.join("\n", rest));
            }
            return;
        }
        // Some files give the text format before the question's name.
        var form = FORMAT.matcher(block);
        boolean first = form.matches() && NAMED.matcher(form.group(2)).matches();
        var named = NAMED.matcher(first ? form.group(2) : block);
        var name = named.matches() ? RichTextReader.oneLine(GiftText.shown(named.group(1))) : "";
        var text = named.matches() ? named.group(2).strip() : block;
        var body = first ? "[" + form.group(1) + "]" + text : text;
        var told = name.isEmpty() ? RichTextReader.oneLine(GiftText.shown(body)) : name;
        ImportedQuestion.readOrReport(draft, told, () -> question(name, body));
    }

    private void question(String name, String body) {
        var formatted = FORMAT.matcher(body);
        var format = formatted.matches() ? formatted.group(1) : "moodle";
        var text = formatted.matches() ? formatted.group(2) : body;
        var given = GiftAnswers.of(text);
        if (given == null) {
            quiz(name, words(text, format), "").read();
            return;
        }
        var parts = given.inside().strip().split("####", 2);
        var tail = given.after().split("####", 2);
        var after = tail[0].replaceAll("^[\";,]+\\s*$", "");
        // General feedback belongs inside the braces, but many files put it after them.
        var notes = RichText.together(
                words(parts.length > 1 ? parts[1] : "", format).markdown(),
                words(tail.length > 1 ? tail[1] : "", format).markdown());
        boolean missing = !after.isBlank() && !after.strip().matches("[\\p{Punct}\\s]{1,3}");
        var before = given.before();
        var whole = words(missing ? before + " _____ " + after : before, format);
        answered(quiz(name, whole, notes), parts[0].strip(), format, missing ? new String[] {before, after} : null);
    }

    private ImportedQuestion quiz(String name, RichText question, String notes) {
        return new ImportedQuestion(draft, name, question, PictureFinder.NONE, notes);
    }

    private static void answered(ImportedQuestion quiz, String answers, String format, String @Nullable [] around) {
        var trueFalse = TRUE_FALSE.matcher(answers);
        var order = ORDER.matcher(answers);
        if (answers.isEmpty()) {
            quiz.reflect();
        } else if (trueFalse.matches()) {
            trueFalse(quiz, trueFalse.group(1), trueFalse.group(2) == null ? "" : trueFalse.group(2), format);
        } else if (order.matches()) {
            quiz.order(
                    order.group(1)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(line -> words(line, format))
                            .toList(),
                    "",
                    "");
        } else if (answers.startsWith("#")) {
            var several = answers.substring(1).strip();
            numbers(quiz, read(several.matches("(?s)[=~].*") ? several : "=" + several, format));
        } else if (answers.startsWith("=") && answers.contains("->") && !choices(answers)) {
            pairs(quiz, answers, format);
        } else if (!answers.matches("(?s)^[=~%].*")) {
            // Some files leave out the sign of a single answer.
            chosen(quiz, List.of(answer("=" + answers, format)), false, around, format);
        } else {
            chosen(quiz, read(answers, format), choices(answers), around, format);
        }
    }

    private static boolean choices(String answers) {
        return GiftAnswers.each(answers).stream().anyMatch(answer -> answer.startsWith("~") && !answer.contains("->"));
    }

    private static void trueFalse(ImportedQuestion quiz, String answer, String told, String format) {
        boolean right = answer.toUpperCase(Locale.ROOT).startsWith("T");
        var feedback = told.split("#", 2);
        var wrong = words(feedback[0], format).plain();
        var well = feedback.length > 1 ? words(feedback[1], format).plain() : "";
        quiz.statement(right, right ? well : wrong, right ? wrong : well);
    }

    private static void chosen(
            ImportedQuestion quiz,
            List<ImportedQuestion.ImportedAnswer> answers,
            boolean choice,
            String @Nullable [] around,
            String format) {
        long full = answers.stream().filter(answer -> answer.worth() >= 0.99).count();
        if (!choice
                && answers.stream()
                        .allMatch(
                                answer -> NUMBER.matcher(answer.words().plain()).matches())) {
            // Numeric answers without the # that should precede them.
            numbers(quiz, answers);
        } else if (!choice) {
            quiz.typed(answers);
        } else if (around != null && full == 1) {
            var gaps = new GapTextBuilder();
            var gap = "";
            for (var answer : answers) {
                var word = answer.words().plain();
                var key = gaps.word(word, word, answer.feedback());
                gap = answer.worth() >= 0.99 ? gaps.gap(key) : gap;
            }
            if (answers.stream().anyMatch(answer -> answer.worth() > 0 && answer.worth() < 0.99)) {
                quiz.lost().add(Words.of("formats.marksForAnswersThatAre"));
            }
            quiz.gaps(gaps, words(around[0] + gap + around[1], format));
        } else {
            quiz.choose(
                    answers.stream().map(GiftImporter::shown).toList(),
                    full > 0 || answers.stream().noneMatch(answer -> answer.worth() > 0));
        }
    }

    /** If nothing precedes the feedback marker {@code #}, the {@code #} is part of the answer. */
    private static ImportedQuestion.ImportedAnswer shown(ImportedQuestion.ImportedAnswer answer) {
        boolean empty = answer.words().isEmpty() && answer.words().images().isEmpty();
        return empty && !answer.feedback().isEmpty()
                ? new ImportedQuestion.ImportedAnswer(RichText.ofPlain("#" + answer.feedback()), answer.worth(), "")
                : answer;
    }

    private static void pairs(ImportedQuestion quiz, String answers, String format) {
        var pairs = new ArrayList<PairQuestions.Pair>();
        var things = new ArrayList<MatchItem>();
        var places = new ArrayList<MatchItem>();
        for (var answer : GiftAnswers.each(answers)) {
            var ends = answer.replaceFirst("^[=~]", "").split("->", 2);
            if (ends.length < 2) {
                continue;
            }
            var place = quiz.thing(words(ends[1].split("#")[0], format));
            places.add(place);
            var words = words(ends[0], format);
            if (!words.isEmpty()) {
                var matchItem = quiz.thing(words);
                things.add(matchItem);
                pairs.add(new PairQuestions.Pair(matchItem, place));
            }
        }
        quiz.pairs(pairs, things, places);
    }

    private static void numbers(ImportedQuestion quiz, List<ImportedQuestion.ImportedAnswer> answers) {
        quiz.lost().add(Words.of("formats.howFarANumberMay"));
        quiz.typed(answers.stream()
                .map(answer -> new ImportedQuestion.ImportedAnswer(
                        RichText.ofPlain(
                                answer.words().plain().replaceAll(":.*", "").replace("..", "–")),
                        answer.worth(),
                        answer.feedback()))
                .toList());
    }

    private static List<ImportedQuestion.ImportedAnswer> read(String answers, String format) {
        return GiftAnswers.each(answers).stream()
                .map(answer -> answer(answer.strip(), format))
                .toList();
    }

    /**
     * Reads one answer: {@code =} begins a right answer and {@code ~} a wrong one. Its share of the marks may follow,
     * and after {@code #} its feedback.
     */
    private static ImportedQuestion.ImportedAnswer answer(String answer, String format) {
        boolean signed = answer.startsWith("=") || answer.startsWith("~");
        var text = signed ? answer.substring(1).strip() : answer;
        double worth = answer.startsWith("=") ? 1 : 0;
        var said = WORTH.matcher(text);
        if (said.matches()) {
            worth = QtiResponse.number(said.group(1)) / 100;
            text = said.group(2);
        }
        var told = text.split("#", 2);
        var words = words(told[0], format);
        // As HTML, an answer such as <a> would be only a tag and a dash only a list.
        boolean gone = words.isEmpty() && words.images().isEmpty();
        return new ImportedQuestion.ImportedAnswer(
                gone ? RichText.ofPlain(GiftText.shown(told[0])) : words,
                worth,
                told.length > 1 ? words(told[1], format).plain() : "");
    }

    private static RichText words(String text, String format) {
        var formatted = FORMAT.matcher(text);
        var own = formatted.matches() ? formatted.group(1) : format;
        var plain =
                GiftText.shown(formatted.matches() ? formatted.group(2) : text).strip();
        return switch (own) {
            case "plain" -> RichText.ofPlain(plain);
            case "markdown" -> RichText.ofHtml(RichText.htmlOf(plain));
            default -> RichText.ofHtml(GiftText.hasNewLine(text) ? plain.replace("\n", "<br>") : plain);
        };
    }
}
