package uk.thinkuknow.curriculum;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.help.Help;
import uk.thinkuknow.help.HelpLine;
import uk.thinkuknow.paper.Paper;

/**
 * A lesson that needs no device and no network: pages for the teacher with every step, question, answer and what to say to
 * it, and an answer sheet for each child, who writes the number of her card and no name.
 */
@Singleton
public class PaperLesson {
    private final CurriculumService curriculum;
    private final Drawings drawings;
    private final Paper paper;

    PaperLesson(CurriculumService curriculum, Drawings drawings, Paper paper) {
        this.curriculum = curriculum;
        this.drawings = drawings;
        this.paper = paper;
    }

    /**
     * A lesson on paper.
     *
     * @param helpers whom a grown-up rings or writes to, in words
     * @param sheet what children answer
     */
    @CheckedTemplate(basePath = "curriculum", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperLessonPage(
            String title, String look, Facts facts, List<StepView> steps, List<String> helpers, Sheet sheet)
            implements TemplateInstance {}

    /** What stands at the top of the teacher's pages. */
    record Facts(
            String lesson,
            String ages,
            int minutes,
            int version,
            boolean reviewed,
            String summary,
            List<String> objectives,
            RawString notes,
            RawString ending) {}

    /** The answer sheet of a child: questions, then what was learnt and who helps. */
    record Sheet(List<Asked> questions, RawString ending, List<HelpLine> help) {}

    /**
     * A question on the sheet.
     *
     * @param step the number of its step, which the teacher calls out
     * @param how what to do: tick one, tick all, write the order, circle
     * @param row whether its answers are points of a scale, side by side
     */
    record Asked(
            int step, RawString scene, String stem, String how, List<Answer> answers, boolean ordered, boolean row) {}

    record Answer(String sign, String text, @Nullable Picture picture) {}

    /** The lesson of a version as a PDF; {@code large} for larger print. */
    public byte[] pdf(long moduleVersionId, boolean large) {
        var sheets = sheets(moduleVersionId, large);
        return paper.pdf(sheets.page(), sheets.drawings());
    }

    /** The same as sheets, for a pack that holds more than the lesson. */
    public Paper.Sheets sheets(long moduleVersionId, boolean large) {
        var module = curriculum.version(moduleVersionId);
        var pictures = new HashMap<String, byte[]>();
        module.lesson()
                .pictures()
                .forEach(picture ->
                        drawings.of(picture.file()).ifPresent(content -> pictures.put(picture.file(), content)));
        return new Paper.Sheets(page(module, large), pictures);
    }

    TemplateInstance page(PublishedModule module, boolean large) {
        var lesson = module.lesson();
        var help = Help.of(lesson.band());
        var named = help.named(lesson.help());
        return new PaperLessonPage(
                lesson.title() + " on paper",
                large ? "lesson large" : "lesson",
                new Facts(
                        lesson.title(),
                        lesson.band().replace('-', '–'),
                        lesson.minutes(),
                        module.number(),
                        module.reviewed(),
                        lesson.summary(),
                        lesson.objectives(),
                        Markdown.html(lesson.teacherNotes()),
                        Markdown.html(lesson.ending())),
                StepView.of(lesson),
                helpers(),
                new Sheet(
                        asked(lesson),
                        Markdown.html(lesson.ending()),
                        help.peopleOnly() || named.isEmpty() ? help.lines() : named));
    }

    /** Every band's grown-ups are told the same, whatever the children's own sheet names. */
    private static List<String> helpers() {
        var helpers = new ArrayList<String>();
        helpers.add("A child in danger now: ring 999.");
        for (var line : Help.of("11-13").lines()) {
            if (line.address() != null) {
                var how = line.isPage() ? line.address().replaceFirst("^https://(?:www\\.)?", "") : line.label();
                helpers.add(line.heading() + ": " + how);
            }
        }
        return helpers;
    }

    private static List<Asked> asked(Lesson lesson) {
        return IntStream.range(0, lesson.steps().size())
                .filter(i -> lesson.steps().get(i) instanceof Step.Ask)
                .mapToObj(i -> asked(i + 1, (Step.Ask) lesson.steps().get(i)))
                .toList();
    }

    private static Asked asked(int number, Step.Ask step) {
        var scene = Markdown.html(step.scene());
        return switch (step.question()) {
            case Question.SingleChoice q ->
                new Asked(number, scene, q.stem(), "Tick one.", options(q.options()), false, false);
            case Question.MultipleChoice q ->
                new Asked(number, scene, q.stem(), "Tick all that fit.", options(q.options()), false, false);
            case Question.TrueFalse q ->
                new Asked(
                        number,
                        scene,
                        q.stem(),
                        "Tick one.",
                        List.of(new Answer("A", "True", null), new Answer("B", "False", null)),
                        false,
                        true);
            case Question.PutInOrder q ->
                new Asked(
                        number,
                        scene,
                        q.stem(),
                        "Write 1 beside what comes first, then 2, and so on.",
                        q.startingOrder().stream()
                                .map(item -> new Answer("", item.text(), item.picture()))
                                .toList(),
                        true,
                        false);
            case Question.Scale q ->
                new Asked(
                        number,
                        scene,
                        q.stem(),
                        "Tick one. There is no right or wrong.",
                        q.points().stream()
                                .map(point -> new Answer("", point.text(), null))
                                .toList(),
                        false,
                        true);
        };
    }

    private static List<Answer> options(List<Question.Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Answer(
                        String.valueOf((char) ('A' + i)),
                        options.get(i).text(),
                        options.get(i).picture()))
                .toList();
    }
}
