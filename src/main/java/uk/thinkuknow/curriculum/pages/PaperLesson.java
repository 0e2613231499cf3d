package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepView;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.Drawings;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.web.pdf.PdfRenderer;

/**
 * Makes a PDF of a lesson for a class without devices: pages for the teacher with every step, question, answer and
 * feedback, and an answer sheet to copy for each child, who writes a card number and no name.
 */
@Singleton
public class PaperLesson {
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final Drawings drawings;
    private final HelpBook help;
    private final PdfRenderer paper;

    PaperLesson(
            CurriculumService curriculum,
            TranslationService translations,
            Drawings drawings,
            HelpBook help,
            PdfRenderer paper) {
        this.curriculum = curriculum;
        this.translations = translations;
        this.drawings = drawings;
        this.help = help;
        this.paper = paper;
    }

    /**
     * The PDF's content.
     *
     * @param helpers the numbers and addresses that an adult can contact, as text
     * @param sheet the child's answer sheet
     */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperLessonPage(
            PageLanguage spoken, String look, LessonHead facts, List<StepView> steps, List<String> helpers, Sheet sheet)
            implements TemplateInstance {}

    /** The data at the top of the teacher's pages: the version, and the lesson in the class's language. */
    record LessonHead(PublishedModule module, Lesson lesson) {
        public RawString notes() {
            return Markdown.html(lesson.teacherNotes());
        }

        public RawString ending() {
            return Markdown.html(lesson.ending());
        }
    }

    /** A child's answer sheet: questions, then a summary of the lesson and whom to turn to. */
    record Sheet(List<Asked> questions, RawString ending, List<HelpLine> help) {}

    /**
     * A question on the sheet.
     *
     * @param step the number of its step, which the teacher calls out
     * @param how the instruction: tick one, tick all, write the order, draw lines
     * @param task the boxes or lines to fill in
     */
    record Asked(int step, RawString scene, String stem, String how, RawString task) {}

    /**
     * Returns a version as PDF: the lesson and the answer sheet in a language, or in English if that is not offered;
     * the notes for the teacher in English.
     *
     * @param large whether to use larger print
     */
    public byte[] pdf(long moduleVersionId, boolean large, Language asked) {
        var sheets = sheets(moduleVersionId, large, asked);
        return paper.pdf(sheets.page(), sheets.drawings());
    }

    /** Returns a version in English as sheets, to include in a larger PDF. */
    public PdfRenderer.PdfPart sheets(long moduleVersionId) {
        return sheets(moduleVersionId, false, Language.ENGLISH);
    }

    private PdfRenderer.PdfPart sheets(long moduleVersionId, boolean large, Language asked) {
        var module = curriculum.version(moduleVersionId);
        var pictures = new HashMap<String, byte[]>();
        module.lesson()
                .pictures()
                .forEach(picture ->
                        drawings.of(picture.file()).ifPresent(content -> pictures.put(picture.file(), content)));
        return new PdfRenderer.PdfPart(page(module, large, asked), pictures);
    }

    private TemplateInstance page(PublishedModule module, boolean large, Language asked) {
        var taught = translations.taught(module, asked);
        var lesson = taught.lesson();
        var language = taught.spoken().language();
        var turnTo = help.of(lesson.band(), HelpBook.ANYWHERE, language);
        var named = turnTo.named(lesson.help());
        var page = new PaperLessonPage(
                taught.spoken(),
                large ? "lesson large" : "lesson",
                new LessonHead(module, lesson),
                StepView.of(lesson),
                helpers(),
                new Sheet(
                        asked(lesson, language),
                        Markdown.html(lesson.ending()),
                        turnTo.peopleOnly() || named.isEmpty() ? turnTo.lines() : named));
        return page.setLocale(language.key());
    }

    /** Adults get the same list for every age band, independent of the children's sheet. */
    private List<String> helpers() {
        var helpers = new ArrayList<String>();
        helpers.add(Words.of("pages.inDanger", Facts.tell("{emergency.number}")));
        for (var line : help.of(BandDesign.FROM_ELEVEN.key(), HelpBook.ANYWHERE).lines()) {
            if (line.address() != null) {
                helpers.add(line.heading() + ": " + line.printed());
            }
        }
        return helpers;
    }

    private static List<Asked> asked(Lesson lesson, Language language) {
        return IntStream.range(0, lesson.steps().size())
                .filter(i -> lesson.steps().get(i) instanceof Step.Ask)
                .mapToObj(i -> asked(i + 1, (Step.Ask) lesson.steps().get(i), language))
                .toList();
    }

    private static Asked asked(int number, Step.Ask step, Language language) {
        var question = step.question();
        return new Asked(
                number,
                Markdown.html(step.scene()),
                question.stem(),
                PaperTasks.how(question, language),
                new RawString(PaperTasks.of(question, language)
                        .setLocale(language.key())
                        .render()));
    }
}
