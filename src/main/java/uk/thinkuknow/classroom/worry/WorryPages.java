package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.SeatStories;
import uk.thinkuknow.classroom.answers.SeatStory;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.Deck;
import uk.thinkuknow.schools.school.SchoolService;

/** Puts the pages of worries together. */
@Singleton
class WorryPages {
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final SchoolService schools;
    private final StaffingService staffing;
    private final SeatStories stories;
    private final Deck deck;
    private final Clock clock;

    WorryPages(
            SessionService sessions,
            CurriculumService curriculum,
            SchoolService schools,
            StaffingService staffing,
            SeatStories stories,
            Deck deck,
            Clock clock) {
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.schools = schools;
        this.staffing = staffing;
        this.stories = stories;
        this.deck = deck;
        this.clock = clock;
    }

    /**
     * A worry before it is opened, and while it is read.
     *
     * @param body what the child wrote and what was done; null before it is opened
     * @param typed what was typed and could not be taken
     */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WorryPage(String title, Row row, @Nullable Body body, Typed typed) implements TemplateInstance {}

    /** What stands in a list, and at the top of the page: nothing of what it says; the school is "" where she leads one. */
    record Row(
            String id,
            String state,
            String title,
            @Nullable CardPic card,
            String sent,
            String lesson,
            String school,
            String teacher,
            String waits) {
        public boolean isUnread() {
            return state.equals("NEW");
        }

        public boolean isClosed() {
            return state.equals("CLOSED");
        }

        public boolean isTaken() {
            return state.equals("TAKEN");
        }
    }

    record CardPic(String colour, String drawing) {}

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

    /** The rows of a list for one of its readers. */
    List<Row> rows(List<WorryBox.Listed> listed, StaffMember me) {
        var several = leadsSeveral(me);
        return listed.stream().map(each -> row(each, several)).toList();
    }

    private Row row(WorryBox.Listed listed, boolean several) {
        return row(listed, several, when(listed.worry().sentAt()));
    }

    private boolean leadsSeveral(StaffMember me) {
        return staffing.ledBy(me.id()).size() > 1;
    }

    /** @param sent when it was sent: as one speaks of it, or to the day where it is printed */
    private Row row(WorryBox.Listed listed, boolean several, String sent) {
        var worry = listed.worry();
        var sender = listed.sender();
        var session = sessions.session(worry.sessionId());
        return new Row(
                worry.publicId().value(),
                worry.state().name(),
                sender == null ? "A worry that cannot be opened" : title(sender),
                sender == null || sender.card() == null ? null : pic(sender.card()),
                sent,
                curriculum.version(session.moduleVersionId()).lesson().title(),
                several ? schools.school(worry.schoolId()).name() : "",
                session.startedBy(),
                waits(worry));
    }

    WorryPage unread(WorryBox.Listed listed, StaffMember me) {
        var row = row(listed, leadsSeveral(me));
        return new WorryPage("A worry from " + row.title(), row, null, Typed.NOTHING);
    }

    WorryPage read(WorryBox.Opened opened, StaffMember me, Typed typed) {
        var row = row(
                new WorryBox.Listed(opened.worry(), opened.sender()),
                leadsSeveral(me),
                London.inWords(opened.worry().sentAt()));
        var text = typed.form().isEmpty() ? new Typed("", "", me.name()) : typed;
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

    private CardPic pic(String card) {
        var picture = deck.of(card);
        return new CardPic(picture.colour().toLowerCase(Locale.ROOT), picture.drawing());
    }

    private static String title(SentBy sender) {
        return sender.card() == null
                ? sender.name() + ", without a card"
                : "card " + sender.number() + ", " + sender.name() + ", " + sender.className();
    }

    private String waits(Worry worry) {
        var read = worry.firstReadAt();
        return read == null
                ? "Not opened for " + HowLong.of(Duration.between(worry.sentAt(), clock.instant()))
                : "First opened after " + HowLong.of(Duration.between(worry.sentAt(), read)) + " by "
                        + worry.firstReadBy();
    }

    private String when(Instant at) {
        var day = London.dateOf(at);
        var today = London.today(clock);
        var words = day.equals(today) ? "today" : day.equals(today.minusDays(1)) ? "yesterday" : InWords.weekday(at);
        return words + " at " + London.timeOf(at);
    }
}
