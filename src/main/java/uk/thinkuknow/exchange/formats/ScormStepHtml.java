package uk.thinkuknow.exchange.formats;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.MarkupTemplates;

import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;

/** Renders one step as HTML for the SCORM player. */
final class ScormStepHtml {
    private ScormStepHtml() {}

    static String content(Step step) {
        return switch (step) {
            case Step.Read s -> picture(s.picture()) + text(s.text());
            case Step.Look s -> picture(s.picture()) + text(s.text());
            case Step.TalkAboutIt s ->
                picture(s.picture()) + markup("<div class='sheet talking'>{}</div>", text(s.prompt()));
            case Step.Play s -> picture(s.picture()) + text(s.text()) + played(s);
            case Step.Reflect s -> picture(s.picture()) + text(s.prompt()) + thoughts(s);
            case Step.Ask s -> picture(s.picture()) + text(s.scene()) + ScormQuestionHtml.of(s.question());
        };
    }

    static String text(String markdown) {
        return markdown.isEmpty() ? "" : markup("<div class='md'>{}</div>", MarkupTemplates.rich(markdown));
    }

    static String picture(@Nullable Picture picture) {
        return picture == null
                ? ""
                : "<img class=\"art\" src=\"pictures/" + words(picture.file()) + "\" alt=\"" + words(picture.name())
                        + "\">";
    }

    static String small(@Nullable Picture picture) {
        return picture == null ? "" : markup("<img src='pictures/{}' alt=''>", picture.file());
    }

    private static String played(Step.Play step) {
        var recording = step.recording();
        return markup(
                (recording.film()
                                ? "<video class='art' controls src='{}'>{}</video>"
                                : "<audio controls src='{}'>{}</audio>")
                        + "<details><summary>{}</summary><div class='md'>{}</div></details>",
                "recordings/" + recording.file(),
                markup("<track kind='captions' default src='recordings/{}'>", recording.captions()),
                Words.of("formats.saidAndShown"),
                MarkupTemplates.rich(recording.transcript()));
    }

    /** Thoughts are not checked and not sent. */
    private static String thoughts(Step.Reflect s) {
        if (s.ideas().isEmpty()) {
            return markup("<p class='how'>{}</p>", Words.of("formats.thinkAboutIt"));
        }
        var ideas = IntStream.range(0, s.ideas().size())
                .mapToObj(i -> {
                    var idea = s.ideas().get(i);
                    var number = String.valueOf(i + 1);
                    return ScormQuestionHtml.choice(
                            "checkbox", s.key(), number, small(idea.picture()), idea.text(), false);
                })
                .collect(Collectors.joining());
        return markup("<div class='opts'>{}</div>", ideas);
    }
}
