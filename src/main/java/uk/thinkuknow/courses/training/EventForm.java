package uk.thinkuknow.courses.training;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NoSuchTime;
import uk.thinkuknow.common.Words;

/**
 * The form of a training event, as stored or submitted; kept as text so that a refused form shows it again.
 *
 * @param leader public id of the leader's account
 */
record EventForm(TitleAndText words, Where where, When when, String places, String leader, int version) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_VENUE = 200;
    private static final int LONGEST_LINK = 400;

    /** Title and description. */
    record TitleAndText(String title, String text) {}

    /** Where the event is: {@code kind} is "venue" for a place or "link" for an online event. */
    record Where(String kind, String venue, String link, String region) {}

    /** Date, start time, and length in minutes. */
    record When(String date, String time, String minutes) {}

    static EventForm empty(@Nullable String region) {
        return new EventForm(
                new TitleAndText("", ""),
                new Where("venue", "", "", region == null ? "" : region),
                new When("", "", "120"),
                "20",
                "",
                0);
    }

    static EventForm of(TrainingEvent event, String leader) {
        var wall = London.localTimeAt(event.startsAt());
        return new EventForm(
                new TitleAndText(event.title(), event.covers()),
                new Where(
                        event.venue() == null ? "link" : "venue",
                        or(event.venue()),
                        or(event.link()),
                        or(event.regionKey())),
                new When(
                        wall.toLocalDate().toString(),
                        London.timeOf(event.startsAt()),
                        String.valueOf(event.minutes())),
                String.valueOf(event.places()),
                leader,
                event.version());
    }

    static EventForm of(MultivaluedMap<String, String> fields) {
        return new EventForm(
                new TitleAndText(text(fields, "title"), text(fields, "text")),
                new Where(text(fields, "kind"), text(fields, "venue"), text(fields, "link"), text(fields, "region")),
                new When(text(fields, "date"), text(fields, "time"), text(fields, "minutes")),
                text(fields, "places"),
                text(fields, "leader"),
                number(text(fields, "version")).orElse(0));
    }

    /** The problems of the submitted fields. */
    FormProblems problems() {
        var problems = FormProblems.none();
        within(problems, "title", words.title, LONGEST_TITLE, "training.noTitle");
        within(problems, "text", words.text, LONGEST_TEXT, "training.noText");
        if (isOnline()) {
            within(problems, "link", where.link, LONGEST_LINK, "training.noLink");
            if (!where.link.isEmpty() && !isWebAddress(where.link)) {
                problems.with("link", Words.of("training.badLink"));
            }
        } else {
            within(problems, "venue", where.venue, LONGEST_VENUE, "training.noVenue");
        }
        start(problems);
        if (number(when.minutes).isEmpty()) {
            problems.with("minutes", Words.of("training.noMinutes"));
        }
        if (number(places).isEmpty()) {
            problems.with("places", Words.of("training.noPlaces"));
        }
        return problems;
    }

    /** Parses the plan; valid only if there are no problems. */
    TrainingEvent.Plan plan(long leaderId) {
        return new TrainingEvent.Plan(
                words.title,
                words.text,
                new TrainingEvent.Where(
                        isOnline() ? null : where.venue,
                        isOnline() ? where.link : null,
                        where.region.isEmpty() ? null : where.region),
                start(FormProblems.none()).orElseThrow(),
                number(when.minutes).orElseThrow(),
                number(places).orElseThrow(),
                leaderId);
    }

    public boolean isOnline() {
        return where.kind.equals("link");
    }

    private Optional<Instant> start(FormProblems problems) {
        try {
            return Optional.of(London.at(LocalDateTime.of(LocalDate.parse(when.date), LocalTime.parse(when.time))));
        } catch (NoSuchTime e) {
            problems.with("time", e.why());
        } catch (DateTimeException e) {
            problems.with("date", Words.of("training.noStart"));
        }
        return Optional.empty();
    }

    private static void within(FormProblems problems, String field, String text, int atMost, String missing) {
        if (text.isEmpty()) {
            problems.with(field, Words.of(missing));
        } else if (text.length() > atMost) {
            problems.with(
                    field, Words.of("training.textTooLong", String.valueOf(atMost), String.valueOf(text.length())));
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            var address = URI.create(link);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return or(fields.getFirst(name)).strip();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
