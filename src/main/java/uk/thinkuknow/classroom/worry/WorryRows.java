package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.Deck;
import uk.thinkuknow.schools.school.SchoolService;

/** Builds the row of a worry for lists and page headings, without its words. */
@Singleton
class WorryRows {
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final SchoolService schools;
    private final Deck deck;
    private final Clock clock;

    WorryRows(SessionService sessions, CurriculumService curriculum, SchoolService schools, Deck deck, Clock clock) {
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.schools = schools;
        this.deck = deck;
        this.clock = clock;
    }

    /** A worry in a list; {@code sent} and {@code waits} are in words. */
    record Row(
            String id,
            Worry.State state,
            String title,
            @Nullable CardPic card,
            String sent,
            String waits,
            Lesson from) {
        public boolean isUnread() {
            return state == Worry.State.NEW;
        }

        public boolean isClosed() {
            return state == Worry.State.CLOSED;
        }

        public boolean isTaken() {
            return state == Worry.State.TAKEN;
        }
    }

    /**
     * The lesson in which it was sent and who started it.
     *
     * @param school "" if the reader leads one school only
     */
    record Lesson(String title, String school, String teacher) {}

    /** The picture of a card. */
    record CardPic(String colour, String drawing) {}

    /**
     * A row with the sending time as in speech, for example "yesterday at 10:40".
     *
     * @param several whether the reader is safeguarding lead of several schools, so that the row names the school
     */
    Row row(WorryBox.Listed listed, boolean several) {
        return row(listed, several, when(listed.worry().sentAt()));
    }

    /**
     * A row with the sending time given.
     *
     * @param sent when it was sent, in words
     */
    Row row(WorryBox.Listed listed, boolean several, String sent) {
        var worry = listed.worry();
        var sender = listed.sender();
        var session = sessions.session(worry.sessionId());
        return new Row(
                worry.publicId().value(),
                worry.state(),
                sender == null ? Words.of("worries.unreadableTitle") : title(sender),
                sender == null || sender.card() == null ? null : pic(sender.card()),
                sent,
                waits(worry),
                new Lesson(
                        curriculum.version(session.moduleVersionId()).lesson().title(),
                        several ? schools.school(worry.schoolId()).name() : "",
                        session.startedBy()));
    }

    private CardPic pic(String card) {
        var picture = deck.of(card);
        return new CardPic(picture.colour().toLowerCase(Locale.ROOT), picture.drawing());
    }

    private static String title(WorrySender sender) {
        return sender.card() == null
                ? Words.of("worries.withoutCard", sender.name())
                : Words.of("worries.card", sender.number(), sender.name(), Objects.requireNonNull(sender.className()));
    }

    private String waits(Worry worry) {
        var read = worry.firstReadAt();
        return read == null
                ? Words.of("worries.notOpened", DurationText.of(Duration.between(worry.sentAt(), clock.instant())))
                : Words.of(
                        "worries.firstOpened",
                        DurationText.of(Duration.between(worry.sentAt(), read)),
                        Objects.requireNonNull(worry.firstReadBy()));
    }

    private String when(Instant at) {
        var day = London.dateOf(at);
        var today = London.today(clock);
        if (day.equals(today) || day.equals(today.minusDays(1))) {
            return Words.of(day.equals(today) ? "worries.todayAt" : "worries.yesterdayAt", London.timeOf(at));
        }
        return Words.of("worries.dayAt", TextFormat.weekday(at), London.timeOf(at));
    }
}
