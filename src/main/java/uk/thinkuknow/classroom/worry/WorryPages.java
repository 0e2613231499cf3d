package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.SeatHistory;
import uk.thinkuknow.classroom.answers.SeatHistoryQuery;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/** Builds the page of one worry and the rows of the list of worries. */
@Singleton
class WorryPages {
    private final WorryRows rows;
    private final SeatHistoryQuery stories;

    WorryPages(WorryRows rows, SeatHistoryQuery stories) {
        this.rows = rows;
        this.stories = stories;
    }

    /**
     * The page of a worry, before it is opened and while it is read.
     *
     * @param body the words and the handling so far; null before it is opened
     * @param typed a refused form
     */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WorryPage(
            String title, WorryRows.Row row, @Nullable Body body, RefusedForm typed) implements TemplateInstance {}

    /**
     * The opened worry: its words, the owner of the card, the handling so far, and the card's activity in the lesson.
     */
    record Body(
            String unreadable,
            String words,
            CardOwner whose,
            HandlingState done,
            List<NoteRow> notes,
            List<String> readings,
            List<StoryRow> story) {}

    /**
     * The owner of the card that sent it, as far as known.
     *
     * @param swapped who said that cards were swapped, and when; "" if nobody
     */
    record CardOwner(boolean visitor, boolean mine, int devices, boolean ended, String swapped) {}

    /** Who deals with it, who closed it, and when it is deleted; "" if nobody. */
    record HandlingState(String taken, String closed, String destroyed) {}

    /** A note on the page. */
    record NoteRow(String by, String at, String text) {}

    /** A step viewed or a question answered by the card, on the page. */
    record StoryRow(
            String at,
            String step,
            @Nullable String question,
            @Nullable String answer,
            String right) {}

    /** A refused form: which, why, and the text typed. */
    record RefusedForm(String form, String problem, String text) {
        static final RefusedForm NOTHING = new RefusedForm("", "", "");

        public List<FormError> errors() {
            var field = isNote() ? "text" : form.equals("close") ? "recorded" : null;
            return problem.isEmpty() ? List.of() : List.of(new FormError(field, problem));
        }

        public String note() {
            return isNote() ? text : "";
        }

        public String noteError() {
            return isNote() ? problem : "";
        }

        public String recorder() {
            return isNote() ? "" : text;
        }

        public String closeError() {
            return form.equals("close") ? problem : "";
        }

        private boolean isNote() {
            return form.equals("note");
        }
    }

    /** The newest worry of a device, and the others it sent. */
    record DeviceRow(WorryRows.Row row, List<WorryRows.Row> others) {
        public boolean isVisitor() {
            return row.card() == null;
        }
    }

    /**
     * The rows of a list.
     *
     * @param several whether the reader leads several schools
     */
    List<DeviceRow> rows(List<WorryBox.ListedDevice> listed, boolean several) {
        return listed.stream()
                .map(each -> new DeviceRow(
                        rows.row(each.newest(), several),
                        each.others().stream()
                                .map(other -> rows.row(other, several))
                                .toList()))
                .toList();
    }

    WorryPage unread(WorryBox.Listed listed, boolean several) {
        var row = rows.row(listed, several);
        return new WorryPage(Words.of("worries.pageTitle", row.title()), row, null, RefusedForm.NOTHING);
    }

    /**
     * The page of an opened worry.
     *
     * @param reader name of the reader, the default for who recorded it
     */
    WorryPage read(WorryBox.Opened opened, boolean several, String reader, RefusedForm typed) {
        var row = rows.row(
                new WorryBox.Listed(opened.worry(), opened.sender()),
                several,
                London.inWords(opened.worry().sentAt()));
        var text = typed.form().isEmpty() ? new RefusedForm("", "", reader) : typed;
        return new WorryPage(Words.of("worries.pageTitle", row.title()), row, body(opened), text);
    }

    private Body body(WorryBox.Opened opened) {
        var worry = opened.worry();
        var sender = opened.sender();
        return new Body(
                opened.unreadable(),
                Objects.requireNonNullElse(opened.words(), ""),
                new CardOwner(
                        sender == null || sender.card() == null,
                        sender != null && sender.mine(),
                        sender == null ? 1 : sender.devices(),
                        sender != null && sender.ended(),
                        by(worry.swappedBy(), worry.swappedAt())),
                new HandlingState(
                        Objects.requireNonNullElse(worry.takenBy(), ""),
                        worry.closedAt() == null
                                ? ""
                                : Words.of(
                                        "worries.closedBy",
                                        by(worry.closedBy(), worry.closedAt()),
                                        Objects.requireNonNull(worry.recordedBy())),
                        worry.closedAt() == null
                                ? ""
                                : TextFormat.weekday(worry.closedAt().plus(WorryRetention.KEPT))),
                opened.notes().stream()
                        .map(each -> new NoteRow(each.by(), London.inWords(each.at()), each.text()))
                        .toList(),
                opened.trail().stream()
                        .map(each -> Words.of("worries.trail", each.staffName(), each.act(), London.inWords(each.at())))
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

    private static StoryRow row(SeatHistory.HistoryEntry did) {
        var right = did.right();
        return new StoryRow(
                London.timeOf(did.at()),
                did.step(),
                did.question(),
                did.answer(),
                right == null ? "" : Words.of(right ? "worries.right" : "worries.notRight"));
    }

    /** Who and when; "" if nobody. */
    private static String by(@Nullable String who, @Nullable Instant at) {
        return who == null || at == null ? "" : Words.of("worries.whoAndWhen", who, London.inWords(at));
    }
}
