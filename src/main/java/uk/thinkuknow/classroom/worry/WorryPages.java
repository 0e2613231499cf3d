package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.SeatStories;
import uk.thinkuknow.classroom.answers.SeatStory;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.London;

/** Puts the pages of worries together. */
@Singleton
class WorryPages {
    private final WorryRows rows;
    private final SeatStories stories;

    WorryPages(WorryRows rows, SeatStories stories) {
        this.rows = rows;
        this.stories = stories;
    }

    /**
     * A worry before it is opened, and while it is read.
     *
     * @param body what the child wrote and what was done; null before it is opened
     * @param typed what was typed and could not be taken
     */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WorryPage(
            String title, WorryRows.Row row, @Nullable Body body, Typed typed) implements TemplateInstance {}

    /** What is read: the words, whether the card was the child's own, what was done and by whom. */
    record Body(
            String unreadable,
            String words,
            Whose whose,
            Done done,
            List<NoteRow> notes,
            List<String> readings,
            List<StoryRow> story) {}

    /** What is known of whose card it was; swapped is who said so and when, or "". */
    record Whose(boolean visitor, boolean mine, int devices, String swapped) {}

    /** Who has it in hand, and who closed it; "" where nobody. */
    record Done(String taken, String closed, String destroyed) {}

    record NoteRow(String by, String at, String text) {}

    record StoryRow(
            String at,
            String step,
            @Nullable String question,
            @Nullable String answer,
            String right) {}

    /** A form that was not taken: which, why, and what was typed. */
    record Typed(String form, String problem, String text) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** The rows of a list for one of its readers, who leads one school or several. */
    List<WorryRows.Row> rows(List<WorryBox.Listed> listed, boolean several) {
        return listed.stream().map(each -> rows.row(each, several)).toList();
    }

    WorryPage unread(WorryBox.Listed listed, boolean several) {
        var row = rows.row(listed, several);
        return new WorryPage("A worry from " + row.title(), row, null, Typed.NOTHING);
    }

    /** @param reader the name of who reads it, who most often is who records it */
    WorryPage read(WorryBox.Opened opened, boolean several, String reader, Typed typed) {
        var row = rows.row(
                new WorryBox.Listed(opened.worry(), opened.sender()),
                several,
                London.inWords(opened.worry().sentAt()));
        var text = typed.form().isEmpty() ? new Typed("", "", reader) : typed;
        return new WorryPage("A worry from " + row.title(), row, body(opened), text);
    }

    private Body body(WorryBox.Opened opened) {
        var worry = opened.worry();
        var sender = opened.sender();
        return new Body(
                opened.unreadable(),
                Objects.requireNonNullElse(opened.words(), ""),
                new Whose(
                        sender == null || sender.card() == null,
                        sender != null && sender.mine(),
                        sender == null ? 1 : sender.devices(),
                        by(worry.swappedBy(), worry.swappedAt())),
                new Done(
                        Objects.requireNonNullElse(worry.takenBy(), ""),
                        worry.closedAt() == null
                                ? ""
                                : by(worry.closedBy(), worry.closedAt()) + ". Recorded by " + worry.recordedBy(),
                        worry.closedAt() == null
                                ? ""
                                : InWords.weekday(worry.closedAt().plus(Destruction.KEPT))),
                opened.notes().stream()
                        .map(each -> new NoteRow(each.by(), London.inWords(each.at()), each.text()))
                        .toList(),
                opened.trail().stream()
                        .map(each -> each.staffName() + " " + each.act() + ", " + London.inWords(each.at()))
                        .toList(),
                story(worry));
    }

    private List<StoryRow> story(Worry worry) {
        var seat = worry.seatId();
        return seat == null
                ? List.of()
                : stories.of(worry.sessionId(), seat).did().stream()
                        .map(WorryPages::row)
                        .toList();
    }

    private static StoryRow row(SeatStory.Did did) {
        var right = did.right();
        return new StoryRow(
                London.timeOf(did.at()),
                did.step(),
                did.question(),
                did.answer(),
                right == null ? "" : right ? "right" : "not right");
    }

    /** Who and when, or "" where nobody has. */
    private static String by(@Nullable String who, @Nullable Instant at) {
        return who == null || at == null ? "" : who + ", " + London.inWords(at);
    }
}
