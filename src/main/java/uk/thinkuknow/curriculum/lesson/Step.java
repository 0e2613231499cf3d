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

    /** What the teacher says, watches for and asks here, in Markdown. */
    String teacherNotes();

    /** Text to read (Markdown), with a picture if it helps. */
    record Read(
            String key, String title, String text, @Nullable Picture picture, String teacherNotes) implements Step {}

    /** A picture to look at, with a line below it (Markdown). */
    record Look(String key, String title, Picture picture, String text, String teacherNotes) implements Step {}

    /** A prompt to talk about with the class or a partner (Markdown); nothing is stored. */
    record TalkAboutIt(
            String key,
            String title,
            String prompt,
            @Nullable Picture picture,
            String teacherNotes) implements Step {}

    /** A film or a recording to play, with a line below it (Markdown) and a picture where there is nothing to see. */
    record Play(
            String key, String title, String text, @Nullable Picture picture, Recording recording, String teacherNotes)
            implements Step {}

    /**
     * Something to think or write about alone (Markdown). What a child writes or ticks stays on the device until the end
     * and is never sent; below eight there are ideas to tick and nothing to write.
     */
    record Reflect(
            String key,
            String title,
            String prompt,
            @Nullable Picture picture,
            List<Idea> ideas,
            String teacherNotes) implements Step {}

    /** A question, with a scene before it if it needs one (Markdown). */
    record Ask(
            String key,
            String title,
            String scene,
            @Nullable Picture picture,
            Question question,
            String teacherNotes) implements Step {}

    /** A thought to tick. */
    record Idea(String text, @Nullable Picture picture) {}
}
