package uk.thinkuknow.curriculum.lesson;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/** A step as teachers read it: the children's view, the answers with the right ones marked, and the notes. */
public record StepView(
        int number,
        Step step,
        String kind,
        RawString text,
        @Nullable Picture picture,
        @Nullable QuestionView question,
        Narration narration) {
    public String key() {
        return step.key();
    }

    public String title() {
        return step.title();
    }

    public RawString notes() {
        return Markdown.html(step.teacherNotes());
    }

    /** A question and its possible answers: in one part, or a part for each scene of a story. */
    record QuestionView(String stem, String kind, List<Part> parts, List<String> told) {
        /** Returns the right answers on one line, for the teacher's answer sheet; a sentence if no answer is right. */
        public String right() {
            var right = parts.stream()
                    .flatMap(part -> part.answers().stream())
                    .filter(AnswerView::right)
                    .map(answer -> answer.sign() + " " + answer.text())
                    .toList();
            return right.isEmpty() ? Words.of("lessonParts.noRightAnswerChildrenSay") : String.join(" · ", right);
        }
    }

    /**
     * A part of a question: answers, with the text and picture shown before them.
     *
     * @param marked whether right answers are marked; items to order, match or sort are shown in their right places
     *     instead
     */
    record Part(
            RawString text, @Nullable Picture picture, List<Drawn> drawn, List<AnswerView> answers, boolean marked) {}

    /** A rectangle drawn in a picture, with its number at a corner. */
    record Drawn(int number, int x, int y, int width, int height) {
        public int cornerX() {
            return Math.clamp(x, 28, 612);
        }

        public int cornerY() {
            return Math.clamp(y, 28, 372);
        }
    }

    /** An answer with the sign a class can call out: a letter or a number. */
    record AnswerView(String sign, String text, @Nullable Picture picture, boolean right, String feedback) {}

    public static List<StepView> of(Lesson lesson) {
        return IntStream.range(0, lesson.steps().size())
                .mapToObj(i -> of(i + 1, lesson.steps().get(i), lesson))
                .toList();
    }

    private static StepView of(int number, Step step, Lesson lesson) {
        var narration = lesson.narrationOf(step.key());
        return switch (step) {
            case Step.Read s -> view(number, s, "Read", s.text(), s.picture(), narration);
            case Step.Look s -> view(number, s, "Look", s.text(), s.picture(), narration);
            case Step.TalkAboutIt s ->
                view(number, s, Words.of("lessonParts.talkAboutIt"), s.prompt(), s.picture(), narration);
            case Step.Play s -> view(number, s, "Play", played(s), s.picture(), narration);
            case Step.Reflect s ->
                view(number, s, Words.of("lessonParts.thinkAboutIt"), thought(s), s.picture(), narration);
            case Step.Ask s ->
                new StepView(
                        number,
                        s,
                        "Question",
                        Markdown.html(s.scene()),
                        s.picture(),
                        QuestionViews.of(s.question()),
                        narration);
        };
    }

    private static String played(Step.Play step) {
        return step.text() + "\n\n**" + Words.of("lessonParts.saidAndShown") + "**\n\n"
                + step.recording().transcript();
    }

    private static String thought(Step.Reflect step) {
        var ideas = new StringBuilder(step.prompt()).append("\n\n");
        step.ideas().forEach(idea -> ideas.append("- ").append(idea.text()).append('\n'));
        return ideas.append("\n*" + Words.of("lessonParts.staysOnDevice") + "*").toString();
    }

    private static StepView view(
            int number, Step step, String kind, String text, @Nullable Picture picture, Narration narration) {
        return new StepView(number, step, kind, Markdown.html(text), picture, null, narration);
    }
}
