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
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.exchange.content.Draft;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Imported;
import uk.thinkuknow.exchange.content.MarkedWords;
import uk.thinkuknow.exchange.content.Pairs;
import uk.thinkuknow.exchange.content.Quiz;
import uk.thinkuknow.exchange.content.Rich;
import uk.thinkuknow.exchange.content.RichReader;
import uk.thinkuknow.exchange.content.Thing;
import uk.thinkuknow.exchange.qti.QtiResponse;

/** Imports a question bank in Moodle XML. */
final class MoodleXml {
    /** Moodle's default feedback, shown where an author wrote none. */
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

    private final Draft draft;

    private MoodleXml(Draft draft) {
        this.draft = draft;
    }

    static boolean isOne(Element root) {
        return root.is("quiz") && !root.children("question").isEmpty();
    }

    static Imported read(String fileName, Element quiz) {
        var draft = new Draft("Moodle XML", "");
        var reading = new MoodleXml(draft);
        quiz.children("question").forEach(reading::question);
        return draft.taken(fileName);
    }

    private void question(Element question) {
        var type = question.at("type");
        if (type.equals("category")) {
            draft.titleOf(question.childText("category"));
            return;
        }
        var name = RichReader.title(question.childText("name"));
        var told = name.isEmpty() ? text(question, "questiontext").asked() : name;
        Quiz.taking(draft, told.isEmpty() ? type : told, () -> new Item(question, name).read(type));
    }

    /** Reads one question with its files. */
    private final class Item {
        private final Element question;
        private final Map<String, byte[]> files = new HashMap<>();
        private final Quiz quiz;

        Item(Element question, String name) {
            this.question = question;
            question.below("file").forEach(this::file);
            var general = text(question, "generalfeedback").markdown();
            var grader = text(question, "graderinfo").markdown();
            this.quiz = new Quiz(draft, name, asked().and(above()), this::find, Rich.together(general, grader));
        }

        /** In a find-the-words question, the introduction asks the question. */
        private Rich asked() {
            return question.at("type").equals("wordselect")
                    ? Rich.ofHtml(MarkedWords.told(MoodleGaps.marked(question))).and(introduction())
                    : text(question, "questiontext");
        }

        private Rich introduction() {
            return Rich.ofHtml(question.child("introduction")
                    .map(said -> said.child("text").isPresent() ? said.childText("text") : said.text())
                    .orElse(""));
        }

        /** Returns the one picture of a question from before Moodle 2, which has a field of its own. */
        private Rich above() {
            var name = question.childText("image").strip();
            if (name.isEmpty()) {
                return Rich.NONE;
            }
            question.child("image_base64").ifPresent(file -> keep(name, file.text()));
            return new Rich(List.of(), List.of(new Rich.Image(name, "")), Set.of());
        }

        private void file(Element file) {
            if (file.at("encoding").equals("base64")) {
                keep(file.at("name"), file.text());
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
            Quiz.fewEnough(question.children().size());
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
                    quiz.lost().add("patterns of answers: only those that are words are taken over");
                    quiz.typed(answers().stream().filter(Item::isWords).toList());
                }
                case "numerical" -> numerical();
                case "description" -> quiz.read();
                case "essay" -> quiz.reflect();
                case "ddimageortext", "ddmarker" -> throw new Refused("asks for things to be laid on a picture");
                case "calculated", "calculatedmulti", "calculatedsimple" ->
                    throw new Refused("works out its numbers by chance");
                case "random", "randomsamatch" -> throw new Refused("draws a question by chance");
                default -> throw new Refused("is of a kind that has no like here: " + type);
            }
        }

        private MoodleGaps gaps() {
            return new MoodleGaps(question, quiz);
        }

        /** Whether an answer is plain words and not a regular expression. */
        private static boolean isWords(Quiz.Answer answer) {
            return !answer.words().plain().matches("--.*|.*(?:[\\\\^$*+|\\[\\]{}]|\\(.*\\)|\\.\\S).*");
        }

        private List<Quiz.Answer> answers() {
            var told = new ArrayList<Quiz.Answer>();
            for (var answer : question.children("answer")) {
                double worth = QtiResponse.number(answer.at("fraction")) / 100;
                var feedback = said(answer, "feedback");
                told.add(new Quiz.Answer(
                        words(answer), worth, feedback.isEmpty() ? combinedFeedback(worth >= 0.99) : feedback));
            }
            return told;
        }

        private void trueFalse() {
            boolean right = false;
            var feedback = new String[] {"", ""};
            for (var answer : question.children("answer")) {
                boolean isTrue = answer.childText("text").strip().equalsIgnoreCase("true");
                right |= isTrue && QtiResponse.number(answer.at("fraction")) > 0;
                feedback[isTrue ? 0 : 1] = said(answer, "feedback");
            }
            quiz.statement(right, feedback[0], feedback[1]);
        }

        private void matching() {
            mixed();
            var pairs = new ArrayList<Pairs.Pair>();
            var things = new ArrayList<Thing>();
            var places = new ArrayList<Thing>();
            for (var sub : question.children("subquestion")) {
                var place = quiz.thing(sub.child("answer").map(MoodleXml::words).orElse(Rich.NONE));
                places.add(place);
                var words = words(sub);
                if (!words.isEmpty() || !words.images().isEmpty()) {
                    var thing = quiz.thing(words);
                    things.add(thing);
                    pairs.add(new Pairs.Pair(thing, place));
                }
            }
            quiz.pairs(pairs, things, places);
        }

        /** Reads statements that belong to columns, such as true and false, as a sort question. */
        private void grid() {
            var columns = new LinkedHashMap<String, Thing>();
            question.children("column")
                    .forEach(column -> columns.put(column.at("number"), quiz.thing(text(column, "responsetext"))));
            var pairs = new ArrayList<Pairs.Pair>();
            var seen = new HashSet<String>();
            for (var row : question.children("row")) {
                var number = row.at("number");
                var right = question.children("weight").stream()
                        .filter(weight -> weight.at("rownumber").equals(number))
                        .filter(weight -> QtiResponse.number(weight.childText("value")) > 0)
                        .map(weight -> columns.get(weight.at("columnnumber")))
                        .toList();
                if (right.size() != 1 || right.getFirst() == null) {
                    throw new Refused("does not say in which column each of its statements belongs");
                }
                var said = quiz.thing(text(row, "optiontext"));
                // Two statements may have the same words.
                var id = seen.add(said.id()) ? said.id() : said.id() + " " + number;
                var thing = new Thing(id, said.text(), said.picture());
                pairs.add(new Pairs.Pair(thing, right.getFirst(), said(row, "feedbacktext"), ""));
            }
            quiz.sorted(pairs, List.copyOf(columns.values()));
        }

        /** The fractions give the right order, whichever values they have. */
        private void ordering() {
            var answers = question.children("answer").stream()
                    .sorted(Comparator.comparingDouble(answer -> QtiResponse.number(answer.at("fraction"))))
                    .map(MoodleXml::words)
                    .toList();
            if (answers.isEmpty()) {
                throw new Refused("has nothing to put in order");
            }
            quiz.order(answers, combinedFeedback(true), combinedFeedback(false));
        }

        private void numerical() {
            if (question.children("answer").stream()
                    .anyMatch(answer -> QtiResponse.number(answer.childText("tolerance")) > 0)) {
                quiz.lost().add("how far a number may be off");
            }
            quiz.typed(answers());
        }

        private void mixed() {
            var shuffled = question.childText("shuffleanswers").strip();
            if (shuffled.equals("1") || shuffled.equals("true")) {
                quiz.lost().add("the mixed order of its answers");
            }
        }

        /** Returns the feedback for all right answers or for all wrong ones, if an author wrote it. */
        private String combinedFeedback(boolean right) {
            var told = said(question, right ? "correctfeedback" : "incorrectfeedback");
            return DEFAULT_FEEDBACK.contains(told) ? "" : told;
        }
    }

    private static String said(Element part, String child) {
        return text(part, child).plain();
    }

    static Rich text(Element part, String child) {
        return part.child(child).map(MoodleXml::words).orElse(Rich.NONE);
    }

    /** Reads the text of a part in the format that it declares. */
    static Rich words(Element part) {
        return part.at("format").equals("plain_text") ? Rich.ofPlain(raw(part)) : Rich.ofHtml(html(part));
    }

    static String html(Element part) {
        var text = raw(part);
        return switch (part.at("format")) {
            case "markdown" -> Markdown.html(text).getValue();
            case "plain_text" -> new Element("p", Map.of()).containing(text).html();
            case "html" -> text;
            default -> text.matches("(?s).*<(p|div|br|ul|ol|h\\d)\\b.*") ? text : text.replaceAll("\\R", "<br>");
        };
    }

    private static String raw(Element part) {
        return part.child("text")
                .map(text -> text.children().isEmpty() ? text.text() : text.html())
                .orElse("");
    }
}
