package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Language;
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
import uk.thinkuknow.curriculum.welsh.Spoken;
import uk.thinkuknow.web.pdf.Paper;

/**
 * A lesson that needs no device and no network: pages for the teacher with every step, question, answer and what to say to
 * it, and an answer sheet for each child, who writes the number of her card and no name.
 */
@Singleton
public class PaperLesson {
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final Drawings drawings;
    private final HelpBook help;
    private final Paper paper;

    PaperLesson(
            CurriculumService curriculum,
            TranslationService translations,
            Drawings drawings,
            HelpBook help,
            Paper paper) {
        this.curriculum = curriculum;
        this.translations = translations;
        this.drawings = drawings;
        this.help = help;
        this.paper = paper;
    }

    /**
     * A lesson on paper.
     *
     * @param helpers whom a grown-up rings or writes to, in words
     * @param sheet what children answer
     */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperLessonPage(
            Spoken spoken, String look, LessonHead facts, List<StepView> steps, List<String> helpers, Sheet sheet)
            implements TemplateInstance {}

    /** What stands at the top of the teacher's pages: a version, in the words in which its class gets it. */
    record LessonHead(PublishedModule module, Lesson lesson) {
        public RawString notes() {
            return Markdown.html(lesson.teacherNotes());
        }

        public RawString ending() {
            return Markdown.html(lesson.ending());
        }
    }

    /** The answer sheet of a child: questions, then what was learnt and who helps. */
    record Sheet(List<Asked> questions, RawString ending, List<HelpLine> help) {}

    /**
     * A question on the sheet.
     *
     * @param step the number of its step, which the teacher calls out
     * @param how what to do: tick one, tick all, write the order, draw lines
     * @param task what is to be ticked or written
     */
    record Asked(int step, RawString scene, String stem, String how, RawString task) {}

    /**
     * The lesson of a version as a PDF: what children read in a language, or in English where that is not offered, and what
     * the teacher is told in English. {@code large} for larger print.
     */
    public byte[] pdf(long moduleVersionId, boolean large, Language asked) {
        var sheets = sheets(moduleVersionId, large, asked);
        return paper.pdf(sheets.page(), sheets.drawings());
    }

    /** The same in English as sheets, for a pack that holds more than the lesson. */
    public Paper.Sheets sheets(long moduleVersionId) {
        return sheets(moduleVersionId, false, Language.ENGLISH);
    }

    private Paper.Sheets sheets(long moduleVersionId, boolean large, Language asked) {
        var module = curriculum.version(moduleVersionId);
        var pictures = new HashMap<String, byte[]>();
        module.lesson()
                .pictures()
                .forEach(picture ->
                        drawings.of(picture.file()).ifPresent(content -> pictures.put(picture.file(), content)));
        return new Paper.Sheets(page(module, large, asked), pictures);
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

    /** Every band's grown-ups are told the same, whatever the children's own sheet names. */
    private List<String> helpers() {
        var helpers = new ArrayList<String>();
        helpers.add(Facts.tell("A child in danger now: ring {emergency.number}."));
        for (var line : help.of("11-13", HelpBook.ANYWHERE).lines()) {
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
        var said = PaperTasks.in(language);
        return new Asked(
                number,
                Markdown.html(step.scene()),
                question.stem(),
                PaperTasks.how(question, said),
                new RawString(
                        PaperTasks.of(question, said).setLocale(language.key()).render()));
    }
}
