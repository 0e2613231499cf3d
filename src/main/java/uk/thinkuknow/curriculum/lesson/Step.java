package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One screen of a lesson. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Step.Look.class, name = "picture"),
    @JsonSubTypes.Type(value = Step.TalkAboutIt.class, name = "talk-about-it"),
    @JsonSubTypes.Type(value = Step.Play.class, name = "recording"),
    @JsonSubTypes.Type(value = Step.Reflect.class, name = "reflection"),
    @JsonSubTypes.Type(value = Step.Ask.class, name = "question")
})
public sealed interface Step {
    String key();

    /** The heading of the screen, a sentence. */
    String title();

    /** The teacher's notes on this step, in Markdown: what to say, ask and watch for. */
    String teacherNotes();

    /** A text to read, in Markdown, with an optional picture. */
    record Read(
            String key, String title, String text, @Nullable Picture picture, String teacherNotes) implements Step {}

    /** A picture to look at, with a caption in Markdown. */
    record Look(String key, String title, Picture picture, String text, String teacherNotes) implements Step {}

    /** A prompt, in Markdown, to talk about with the class or a partner; no answer is stored. */
    record TalkAboutIt(
            String key,
            String title,
            String prompt,
            @Nullable Picture picture,
            String teacherNotes) implements Step {}

    /** A film or sound to play, with a caption in Markdown, and a picture for sound. */
    record Play(
            String key, String title, String text, @Nullable Picture picture, Recording recording, String teacherNotes)
            implements Step {}

    /**
     * A prompt, in Markdown, to think or write about alone. The child's text or ticks stay on the device until the
     * lesson ends and are never sent. Children below eight get ideas to tick and do not write.
     */
    record Reflect(
            String key,
            String title,
            String prompt,
            @Nullable Picture picture,
            List<Idea> ideas,
            String teacherNotes) implements Step {}

    /** A question, with an optional scene before it, in Markdown. */
    record Ask(
            String key,
            String title,
            String scene,
            @Nullable Picture picture,
            Question question,
            String teacherNotes) implements Step {}

    /** An idea to tick. */
    record Idea(String text, @Nullable Picture picture) {}
}
