package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.LostMarkup;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;

/** Turns one QTI item into a step, into several if it asks several questions, or into a before-and-after question. */
final class QtiItemReader {
    private final LessonBuilder draft;
    private final XmlElement item;
    private final PictureFinder media;
    private final boolean askedTwice;
    private final Map<String, QtiResponse> responses;
    private final QtiFeedback feedback;
    private final Set<String> lost = new TreeSet<>();
    private final List<String> became = new ArrayList<>();
    /** How many questions of the item have not been read yet. */
    private int left;

    QtiItemReader(LessonBuilder draft, XmlElement item, PictureFinder media, boolean askedTwice) {
        this.draft = draft;
        this.item = QtiText.withPlainMarkup(item, media);
        this.media = media;
        this.askedTwice = askedTwice;
        this.responses = QtiResponse.of(item);
        this.feedback = QtiFeedback.of(item);
    }

    void read(String path) {
        var title = RichTextReader.title(item.attribute("title"));
        var name = title.isEmpty() ? item.attribute("identifier") : title;
        try {
            read();
            draft.reportTaken(name.isEmpty() ? path : name, String.join(", ", became), lost);
        } catch (Refused e) {
            if (became.isEmpty()) {
                draft.reportLeftOut(name.isEmpty() ? path : name, e.why());
            } else {
                lost.add(Words.of("qti.aPartOfItSince", e.why()));
                draft.reportTaken(name, String.join(", ", became), lost);
            }
        }
    }

    private void read() {
        var body = item.child("item-body").orElseThrow(() -> new Refused("qti.hasNoContent"));
        if (!body.descendants("printed-variable").isEmpty()
                && !item.descendants("template-declaration").isEmpty()) {
            throw new Refused("qti.makesItsWordsAndNumbers");
        }
        if (!item.descendants("time-limits").isEmpty()) {
            lost.add(Words.of("qti.itsTimeLimit"));
        }
        var inside = new QtiBody(body);
        if (inside.interactions().stream().anyMatch(part -> part.is("media-interaction"))) {
            lost.add(Words.of("qti.itsFilmOrSound"));
        }
        if (item.attribute("adaptive").equals("true")) {
            adaptive(inside.interactions().size());
        }
        var asking = inside.asking();
        if (asking.isEmpty()) {
            text(inside.around(this::rich));
        }
        left = asking.size();
        for (var part : asking) {
            left--;
            if (QtiText.isInline(part)) {
                new QtiGaps(this).read(body, became.isEmpty());
            } else {
                block(part, became.isEmpty() ? inside.around(this::rich) : RichText.NONE);
            }
        }
    }

    /** Refuses an adaptive item unless it has one question, which is then asked once. */
    private void adaptive(int interactions) {
        if (interactions != 1) {
            throw new Refused("qti.leadsThroughSeveralAttemptsEach");
        }
        lost.add(Words.of("qti.furtherAttemptsWithWhatIs"));
    }

    private void block(XmlElement interaction, RichText around) {
        ImportedQuestion.refuseTooManyParts((int) interaction
                .descendants()
                .filter(part -> !part.attribute("identifier").isEmpty())
                .count());
        var words = words(interaction, around);
        var told = around.without(QtiBody.ANSWERED_HERE);
        switch (interaction.name()) {
            case "choice-interaction", "hottext-interaction" -> new QtiChoices(this, interaction).read(words, told);
            case "order-interaction", "graphic-order-interaction" ->
                new QtiOrderAndMatch(this, interaction).order(words);
            case "match-interaction" -> new QtiOrderAndMatch(this, interaction).match(words);
            case "associate-interaction", "graphic-associate-interaction" ->
                new QtiOrderAndMatch(this, interaction).associate(words);
            case "gap-match-interaction" -> new QtiGaps(this).gapMatch(interaction, words);
            case "graphic-gap-match-interaction" -> new QtiOrderAndMatch(this, interaction).graphicGapMatch(words);
            case "hotspot-interaction", "select-point-interaction" -> new QtiSpots(this, interaction).read(words);
            case "slider-interaction" -> new QtiChoices(this, interaction).slider(words);
            case "extended-text-interaction" -> thinkAbout(words, told);
            case "upload-interaction" -> throw new Refused("qti.asksForAFileTo");
            case "drawing-interaction" -> throw new Refused("qti.asksChildrenToDraw");
            case "position-object-interaction" -> throw new Refused("qti.asksForThingsToBe");
            case "custom-interaction", "portable-custom-interaction" -> throw new Refused("qti.bringsAProgrammeOfIts");
            default -> throw new Refused("qti.isOfAKindThat", interaction.name());
        }
    }

    /** The scene before a question, what it asks, and its picture. */
    record ItemTexts(String scene, String asked, @Nullable Picture picture) {}

    /** Takes the question from the prompt or, without one, from the last paragraph before the answers. */
    private ItemTexts words(XmlElement interaction, RichText around) {
        var prompt = rich(interaction.child("prompt").map(XmlElement::html).orElse(""));
        var told = prompt.isEmpty() ? around.askedBefore(QtiBody.ANSWERED_HERE) : around.without(QtiBody.ANSWERED_HERE);
        var first = media.first(draft, around.and(prompt), lost);
        if (prompt.isEmpty()) {
            return new ItemTexts(told.scene(), told.asked(), first);
        }
        return new ItemTexts(RichText.together(told.markdown(), prompt.scene()), prompt.asked(), first);
    }

    /**
     * Adds a step without a question: a text to read or, if this product wrote the item, the kind that its label names.
     */
    private void text(RichText words) {
        if (words.isEmpty() && words.images().isEmpty()) {
            throw new Refused("qti.hasNeitherAQuestionNor");
        }
        var picture = media.first(draft, words, lost);
        var key = stepKey(words.plain());
        var title = title(words.plain());
        add(
                switch (label()) {
                    case "picture" ->
                        new Step.Look(
                                key,
                                title,
                                picture == null ? new Picture("", "") : picture,
                                words.markdown(),
                                teacherNotes());
                    case "talk-about-it" -> new Step.TalkAboutIt(key, title, words.markdown(), picture, teacherNotes());
                    case "reflection" ->
                        new Step.Reflect(key, title, words.markdown(), picture, List.of(), teacherNotes());
                    default -> new Step.Read(key, title, words.markdown(), picture, teacherNotes());
                });
    }

    private void thinkAbout(ItemTexts words, RichText around) {
        if (isOurs()) {
            reflect(around.markdown(), words.picture(), List.of());
            return;
        }
        var prompt = words.scene().isEmpty()
                ? words.asked()
                : words.scene() + "\n\n" + RichTextReader.escaped(words.asked());
        if (prompt.isBlank()) {
            throw new Refused(lost.contains(LostMarkup.FILM) ? "qti.asksByAFilmA" : "qti.doesNotSayWhatTo");
        }
        reflect(prompt, words.picture(), List.of());
    }

    void reflect(String prompt, @Nullable Picture picture, List<Step.Idea> ideas) {
        if (!isOurs()) {
            lost.add(Words.of("qti.whatChildrenWriteAReflection"));
        }
        add(new Step.Reflect(stepKey(prompt), title(prompt), prompt, picture, ideas, teacherNotes()));
    }

    void ask(ItemTexts words, Question question) {
        if (askedTwice) {
            draft.addAskedTwice(question);
            became.add(LessonBuilder.kind(new Step.Ask("", "", "", null, question, "")));
            return;
        }
        add(new Step.Ask(
                stepKey(words.asked()),
                title(words.asked()),
                words.scene(),
                words.picture(),
                question,
                teacherNotes()));
    }

    private void add(Step step) {
        draft.add(step);
        became.add(LessonBuilder.kind(step));
        item.descendants("rubric-block").stream()
                .filter(rubric -> rubric.attribute("view").equals("proctor") && isOurs())
                .map(rubric -> RichText.of(rubric).markdown())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .ifPresent(words -> draft.script(step.key(), words));
    }

    /**
     * Makes a question's key from the identifier of the response. If that is the usual RESPONSE, or the question is
     * asked before and after the lesson, the identifier of the item is used.
     */
    String questionKey(String response) {
        boolean told = !response.matches("(?i)_?response[-_0-9]*");
        if (askedTwice) {
            return draft.questionKey(item.attribute("identifier").replaceFirst("^after-", ""), "question");
        }
        return draft.questionKey(told ? response : item.attribute("identifier"), item.attribute("title"));
    }

    private String stepKey(String otherwise) {
        return draft.stepKey(item.attribute("identifier"), otherwise);
    }

    /** Returns the item's title, or the first words of its text if the title is empty or only an identifier. */
    private String title(String otherwise) {
        var title = RichTextReader.title(item.attribute("title"));
        if (title.isEmpty() || title.equals(item.attribute("identifier"))) {
            return ImportedQuestion.titled(otherwise);
        }
        return title;
    }

    /** Returns the texts that are not for children, and the feedback that belongs to no answer. */
    private String teacherNotes() {
        var notes = item.descendants("rubric-block").stream()
                .filter(rubric -> !QtiText.isForChildren(rubric))
                .filter(rubric -> !(isOurs() && rubric.attribute("view").equals("proctor")))
                .map(rubric -> RichText.of(rubric).markdown());
        // Only after the last question is it known which feedback belongs to no answer.
        var leftOver = left > 0 ? "" : RichTextReader.escaped(feedback.leftOver());
        return RichText.together(Stream.concat(notes, Stream.of(leftOver)).toArray(String[]::new));
    }

    /** Returns whether this product wrote the item; then its label names the kind of step. */
    boolean isOurs() {
        return item.attribute("tool-name").equals(QtiMetadata.TOOL);
    }

    String label() {
        return isOurs() ? item.attribute("label") : "";
    }

    /** Returns whether a class in the item's markup says that the answers are a Likert scale. */
    boolean isScale(XmlElement interaction) {
        return Stream.concat(
                        Stream.of(interaction),
                        Stream.concat(item.children().stream(), item.descendants("div").stream()))
                .anyMatch(part -> part.attribute("class").matches("(?i).*likert.*"));
    }

    QtiResponse response(XmlElement interaction) {
        var id = interaction.attribute("response-identifier");
        var response = responses.getOrDefault(id, QtiResponse.none(id));
        if (response.marksParts()) {
            lost.add(Words.of("qti.marksForAnswersThatAre"));
        }
        if (response.otherWays()) {
            lost.add(Words.of("qti.otherAnswersThatWouldBe"));
        }
        return response;
    }

    QtiFeedback feedback() {
        return feedback;
    }

    LessonBuilder draft() {
        return draft;
    }

    PictureFinder media() {
        return media;
    }

    Set<String> lost() {
        return lost;
    }

    /** Cleans HTML of the item and records the parts that are dropped. */
    RichText rich(String html) {
        var words = RichText.ofHtml(html);
        lost.addAll(words.lost());
        return words;
    }

    /** Returns the text of an answer without its feedback. */
    RichText answer(XmlElement choice) {
        return rich(choice.html(part -> QtiText.isNone(part)));
    }
}
