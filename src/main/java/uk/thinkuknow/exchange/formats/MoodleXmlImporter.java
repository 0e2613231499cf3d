package uk.thinkuknow.exchange.formats;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.MarkedWords;
import uk.thinkuknow.exchange.content.MatchItem;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;
import uk.thinkuknow.exchange.qti.QtiResponse;

/** Imports a question bank in Moodle XML: each question of a known type becomes a step. */
final class MoodleXmlImporter {
    /** Moodle's default feedback, which is not taken over because no author wrote it. */
    private static final Set<String> DEFAULT_FEEDBACK = Set.of(
            "Your answer is correct.",
            "Your answer is partially correct.",
            "Your answer is incorrect.",
            "Die Antwort ist richtig.",
            "Die Antwort ist teilweise richtig.",
            "Die Antwort ist falsch.",
            "Votre réponse est correcte.",
            "Votre réponse est partiellement correcte.",
            "Votre réponse est incorrecte.",
            "Respuesta correcta",
            "Respuesta parcialmente correcta.",
            "Respuesta incorrecta.",
            "Sua resposta está correta.",
            "Sua resposta está parcialmente correta.",
            "Sua resposta está incorreta.");

    /** What only a regular expression has: its signs, words in brackets, or a full stop before a letter. */
    private static final Pattern EXPRESSION = Pattern.compile("^--|[\\\\^$*+|\\[\\]{}]|^[^(]*+\\([^)]*+\\)|\\.\\S");

    private final LessonBuilder draft;

    private MoodleXmlImporter(LessonBuilder draft) {
        this.draft = draft;
    }

    static boolean isOne(XmlElement root) {
        return root.is("quiz") && !root.children("question").isEmpty();
    }

    static ImportResult read(String fileName, XmlElement quiz) {
        var draft = new LessonBuilder("Moodle XML", "");
        var reading = new MoodleXmlImporter(draft);
        quiz.children("question").forEach(reading::question);
        return draft.result(fileName);
    }

    private void question(XmlElement question) {
        var type = question.attribute("type");
        if (type.equals("category")) {
            draft.titleOf(question.childText("category"));
            return;
        }
        var name = RichTextReader.title(question.childText("name"));
        var told = name.isEmpty() ? text(question, "questiontext").asked() : name;
        ImportedQuestion.readOrReport(
                draft, told.isEmpty() ? type : told, () -> new MoodleQuestion(question, name).read(type));
    }

    /** One question of the file with its pictures; {@link #read} makes a step of it. */
    private final class MoodleQuestion {
        private final XmlElement question;
        private final Map<String, byte[]> files = new HashMap<>();
        private final ImportedQuestion quiz;

        MoodleQuestion(XmlElement question, String name) {
            this.question = question;
            question.descendants("file").forEach(this::file);
            var general = text(question, "generalfeedback").markdown();
            var grader = text(question, "graderinfo").markdown();
            this.quiz = new ImportedQuestion(
                    draft, name, asked().and(above()), this::find, RichText.together(general, grader));
        }

        /** In a find-the-words question, the introduction asks the question. */
        private RichText asked() {
            return question.attribute("type").equals("wordselect")
                    ? RichText.ofHtml(MarkedWords.unmarked(MoodleGaps.marked(question)))
                            .and(introduction())
                    : text(question, "questiontext");
        }

        private RichText introduction() {
            return RichText.ofHtml(question.child("introduction")
                    .map(said -> said.child("text").isPresent() ? said.childText("text") : said.text())
                    .orElse(""));
        }

        /** Returns the one picture of a question from before Moodle 2, which has a field of its own. */
        private RichText above() {
            var name = question.childText("image").strip();
            if (name.isEmpty()) {
                return RichText.NONE;
            }
            question.child("image_base64").ifPresent(file -> keep(name, file.text()));
            return new RichText(List.of(), List.of(new RichText.Image(name, "")), Set.of());
        }

        private void file(XmlElement file) {
            if (file.attribute("encoding").equals("base64")) {
                keep(file.attribute("name"), file.text());
            }
        }

        private void keep(String name, String base64) {
            if (name.matches("(?i).*\\.(svg|png|jpe?g|gif)")) {
                try {
                    files.put(
                            name.substring(name.lastIndexOf('/') + 1),
                            Base64.getMimeDecoder().decode(base64));
                } catch (IllegalArgumentException e) {
                    // The report then says that the picture is missing.
                }
            }
        }

        private byte @Nullable [] find(String source) {
            try {
                var name = URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
                return files.get(name.substring(name.lastIndexOf('/') + 1));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        void read(String type) {
            ImportedQuestion.refuseTooManyParts(question.children().size());
            switch (type) {
                case "multichoice", "multichoiceset", "oumultiresponse" -> {
                    mixed();
                    boolean single = type.equals("multichoice")
                            && !question.childText("single").equals("false")
                            && !question.childText("single").equals("0");
                    quiz.choose(answers(), single);
                }
                case "truefalse" -> trueFalse();
                case "matching", "match", "ddmatch" -> matching();
                case "ddwtos", "gapselect" -> {
                    mixed();
                    gaps().places(question.children(type.equals("ddwtos") ? "dragbox" : "selectoption"));
                }
                case "cloze", "multianswer" -> gaps().cloze();
                case "gapfill" -> gaps().gapFill();
                case "wordselect" -> quiz.choose(MarkedWords.of(MoodleGaps.marked(question), quiz), false);
                case "kprime", "mtf" -> {
                    mixed();
                    grid();
                }
                case "ordering" -> ordering();
                case "shortanswer" -> quiz.typed(answers());
                case "regexp" -> {
                    quiz.lost().add(Words.of("formats.patternsOfAnswersOnlyThose"));
                    quiz.typed(
                            answers().stream().filter(MoodleQuestion::isWords).toList());
                }
                case "numerical" -> numerical();
                case "description" -> quiz.read();
                case "essay" -> quiz.reflect();
                case "ddimageortext", "ddmarker" -> throw new Refused("formats.asksForThingsToBe");
                case "calculated", "calculatedmulti", "calculatedsimple" ->
                    throw new Refused("formats.worksOutItsNumbersBy");
                case "random", "randomsamatch" -> throw new Refused("formats.drawsAQuestionByChance");
                default -> throw new Refused("formats.isOfAKindThatHas", type);
            }
        }

        private MoodleGaps gaps() {
            return new MoodleGaps(question, quiz);
        }

        /** Returns whether an answer is plain words and not a regular expression. */
        private static boolean isWords(ImportedQuestion.ImportedAnswer answer) {
            return !EXPRESSION.matcher(answer.words().plain()).find();
        }

        private List<ImportedQuestion.ImportedAnswer> answers() {
            var told = new ArrayList<ImportedQuestion.ImportedAnswer>();
            for (var answer : question.children("answer")) {
                double worth = QtiResponse.number(answer.attribute("fraction")) / 100;
                var feedback = said(answer, "feedback");
                told.add(new ImportedQuestion.ImportedAnswer(
                        words(answer), worth, feedback.isEmpty() ? combinedFeedback(worth >= 0.99) : feedback));
            }
            return told;
        }

        private void trueFalse() {
            boolean right = false;
            var feedback = new String[] {"", ""};
            for (var answer : question.children("answer")) {
                boolean isTrue = answer.childText("text").strip().equalsIgnoreCase("true");
                right |= isTrue && QtiResponse.number(answer.attribute("fraction")) > 0;
                feedback[isTrue ? 0 : 1] = said(answer, "feedback");
            }
            quiz.statement(right, feedback[0], feedback[1]);
        }

        private void matching() {
            mixed();
            var pairs = new ArrayList<PairQuestions.Pair>();
            var things = new ArrayList<MatchItem>();
            var places = new ArrayList<MatchItem>();
            for (var sub : question.children("subquestion")) {
                var place = quiz.thing(
                        sub.child("answer").map(MoodleXmlImporter::words).orElse(RichText.NONE));
                places.add(place);
                var words = words(sub);
                if (!words.isEmpty() || !words.images().isEmpty()) {
                    var matchItem = quiz.thing(words);
                    things.add(matchItem);
                    pairs.add(new PairQuestions.Pair(matchItem, place));
                }
            }
            quiz.pairs(pairs, things, places);
        }

        /** Reads statements that belong to columns, such as true and false, as a sort question. */
        private void grid() {
            var columns = new LinkedHashMap<String, MatchItem>();
            question.children("column")
                    .forEach(column ->
                            columns.put(column.attribute("number"), quiz.thing(text(column, "responsetext"))));
            var pairs = new ArrayList<PairQuestions.Pair>();
            var seen = new HashSet<String>();
            for (var row : question.children("row")) {
                var number = row.attribute("number");
                var right = question.children("weight").stream()
                        .filter(weight -> weight.attribute("rownumber").equals(number))
                        .filter(weight -> QtiResponse.number(weight.childText("value")) > 0)
                        .map(weight -> columns.get(weight.attribute("columnnumber")))
                        .toList();
                if (right.size() != 1 || right.getFirst() == null) {
                    throw new Refused("formats.doesNotSayInWhich");
                }
                var said = quiz.thing(text(row, "optiontext"));
                // Two statements may have the same words.
                var id = seen.add(said.id()) ? said.id() : said.id() + " " + number;
                var matchItem = new MatchItem(id, said.text(), said.picture());
                pairs.add(new PairQuestions.Pair(matchItem, right.getFirst(), said(row, "feedbacktext"), ""));
            }
            quiz.sorted(pairs, List.copyOf(columns.values()));
        }

        /** The fractions give the right order, whichever values they have. */
        private void ordering() {
            var answers = question.children("answer").stream()
                    .sorted(Comparator.comparingDouble(answer -> QtiResponse.number(answer.attribute("fraction"))))
                    .map(MoodleXmlImporter::words)
                    .toList();
            if (answers.isEmpty()) {
                throw new Refused("formats.hasNothingToPutIn");
            }
            quiz.order(answers, combinedFeedback(true), combinedFeedback(false));
        }

        private void numerical() {
            if (question.children("answer").stream()
                    .anyMatch(answer -> QtiResponse.number(answer.childText("tolerance")) > 0)) {
                quiz.lost().add(Words.of("formats.howFarANumberMay"));
            }
            quiz.typed(answers());
        }

        private void mixed() {
            var shuffled = question.childText("shuffleanswers").strip();
            if (shuffled.equals("1") || shuffled.equals("true")) {
                quiz.lost().add(Words.of("formats.theMixedOrderOfIts"));
            }
        }

        /** Returns the feedback for all right answers or for all wrong ones, if an author wrote it. */
        private String combinedFeedback(boolean right) {
            var told = said(question, right ? "correctfeedback" : "incorrectfeedback");
            return DEFAULT_FEEDBACK.contains(told) ? "" : told;
        }
    }

    private static String said(XmlElement part, String child) {
        return text(part, child).plain();
    }

    static RichText text(XmlElement part, String child) {
        return part.child(child).map(MoodleXmlImporter::words).orElse(RichText.NONE);
    }

    /** Reads the text of a part in the format that it declares. */
    static RichText words(XmlElement part) {
        return part.attribute("format").equals("plain_text")
                ? RichText.ofPlain(raw(part))
                : RichText.ofHtml(html(part));
    }

    static String html(XmlElement part) {
        var text = raw(part);
        return switch (part.attribute("format")) {
            case "markdown" -> RichText.htmlOf(text);
            case "plain_text" -> new XmlElement("p", Map.of()).containing(text).html();
            case "html" -> text;
            default -> text.matches("(?s).*<(p|div|br|ul|ol|h\\d)\\b.*") ? text : text.replaceAll("\\R", "<br>");
        };
    }

    private static String raw(XmlElement part) {
        return part.child("text")
                .map(text -> text.children().isEmpty() ? text.text() : text.html())
                .orElse("");
    }
}
