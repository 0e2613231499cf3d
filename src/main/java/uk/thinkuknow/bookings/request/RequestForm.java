package uk.thinkuknow.bookings.request;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NoSuchTime;

/** The submitted fields of a booking form, kept as text so that a refused form shows them again. */
public record RequestForm(MultivaluedMap<String, String> fields) {
    /** As long as its column. */
    private static final int KEY_AT_MOST = 40;

    private static final String[] ORDINALS = {"first", "second", "third"};

    public static RequestForm empty() {
        return new RequestForm(new MultivaluedHashMap<>());
    }

    /** The stripped value of a field; "" if it is missing. */
    public String of(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /**
     * What the page drew once, so that sending the form twice makes one booking.
     *
     * @throws BookingRefused if none of our pages can have drawn it
     */
    public String key() {
        if (!hasKey()) {
            throw new BookingRefused("request.outOfDate");
        }
        return of("key");
    }

    boolean hasKey() {
        return !of("key").isEmpty() && of("key").length() <= KEY_AT_MOST;
    }

    /** The value of a field, or a default if the form was not submitted with it. */
    public String orDefault(String name, String usual) {
        return fields.containsKey(name) ? of(name) : usual;
    }

    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    /** Returns whether no field was submitted, as when the form is shown for the first time. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /**
     * The booking's version when the form was opened; -1, which matches no booking, if it is missing or not a number.
     */
    public int version() {
        try {
            return Integer.parseInt(of("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** @throws BookingRefused with this code, if the field is not a number */
    public int number(String name, String code) {
        try {
            return Integer.parseInt(of(name));
        } catch (NumberFormatException e) {
            throw new BookingRefused(code);
        }
    }

    /** @throws BookingRefused with this code, if the text is longer than {@code atMost} characters */
    String text(String name, int atMost, String code) {
        var text = of(name);
        if (text.length() > atMost) {
            throw new BookingRefused(code, String.valueOf(atMost), String.valueOf(text.length()));
        }
        return text;
    }

    /** Returns whether this choice has a date or a time. */
    boolean hasStart(int choice) {
        return !of("date-" + choice).isEmpty() || !of("time-" + choice).isEmpty();
    }

    /** @throws BookingRefused with the problem of the date or the time */
    java.time.Instant start(int choice) {
        return instant(of("date-" + choice), of("time-" + choice), ORDINALS[choice - 1]);
    }

    /**
     * @param which first, second or third of the dates asked for, or else the time of a move
     * @throws BookingRefused with the problem of the date or the time
     */
    public static java.time.Instant instant(String date, String time, String which) {
        if (date.isEmpty() || time.isEmpty()) {
            throw new BookingRefused("request.bothNeeded", which);
        }
        try {
            return London.at(LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time)));
        } catch (NoSuchTime e) {
            throw new BookingRefused(e.code(), e.arguments().toArray());
        } catch (DateTimeParseException e) {
            throw new BookingRefused("request.unreadable", which);
        }
    }
}
