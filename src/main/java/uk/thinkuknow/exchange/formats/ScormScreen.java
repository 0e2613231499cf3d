package uk.thinkuknow.exchange.formats;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.Markup;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/** One screen as the player of a package shows it. */
final class ScormScreen {
    private final Step step;

    ScormScreen(Step step) {
        this.step = step;
    }

    String content() {
        return switch (step) {
            case Step.Read s -> picture(s.picture()) + text(s.text());
            case Step.Look s -> picture(s.picture()) + text(s.text());
            case Step.TalkAboutIt s ->
                picture(s.picture()) + element("div", text(s.prompt()), "class", "sheet talking");
            case Step.Play s -> picture(s.picture()) + text(s.text()) + played(s);
            case Step.Reflect s -> picture(s.picture()) + text(s.prompt()) + thoughts(s);
            case Step.Ask s -> picture(s.picture()) + text(s.scene()) + ScormQuestion.of(s.question());
        };
    }

    static String text(String markdown) {
        return markdown.isEmpty() ? "" : element("div", Markup.rich(markdown), "class", "md");
    }

    static String picture(@Nullable Picture picture) {
        return picture == null
                ? ""
                : "<img class=\"art\" src=\"pictures/" + words(picture.file()) + "\" alt=\"" + words(picture.name())
                        + "\">";
    }

    static String small(@Nullable Picture picture) {
        return picture == null ? "" : "<img src=\"pictures/" + words(picture.file()) + "\" alt=\"\">";
    }

    private static String played(Step.Play step) {
        var recording = step.recording();
        var source = "recordings/" + words(recording.file());
        var captions = "<track kind=\"captions\" default src=\"recordings/" + words(recording.captions()) + "\">";
        var player = recording.film()
                ? "<video class=\"art\" controls src=\"" + source + "\">" + captions + "</video>"
                : "<audio controls src=\"" + source + "\">" + captions + "</audio>";
        return player
                + element(
                        "details",
                        element("summary", "What is said and shown")
                                + element("div", Markup.rich(recording.transcript()), "class", "md"));
    }

    /** Thoughts are ticked or written for oneself: there is nothing to check, and nothing is sent. */
    private String thoughts(Step.Reflect s) {
        if (s.ideas().isEmpty()) {
            return element("p", "Think about it, or write it down for yourself. Nobody reads it.", "class", "how");
        }
        var ideas = new StringBuilder();
        for (int i = 0; i < s.ideas().size(); i++) {
            var idea = s.ideas().get(i);
            ideas.append(ScormQuestion.choice(
                    "checkbox", s.key(), String.valueOf(i + 1), small(idea.picture()), idea.text(), false));
        }
        return element("div", ideas.toString(), "class", "opts");
    }
}
