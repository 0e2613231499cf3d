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

/** The form of a request as it was sent: nothing that was typed is lost when it has to be shown again. */
public record RequestForm(MultivaluedMap<String, String> fields) {
    private static final String[] ORDINALS = {"first", "second", "third"};

    public static RequestForm empty() {
        return new RequestForm(new MultivaluedHashMap<>());
    }

    /** What was typed into a field; empty if nothing was. */
    public String of(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What was typed, or else what most people want. */
    public String or(String name, String usual) {
        return fields.containsKey(name) ? of(name) : usual;
    }

    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    /** Shown for the first time, a form has nothing in it. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The version of the booking that its sender had before them; one that no booking has where it cannot be read. */
    public int version() {
        try {
            return Integer.parseInt(of("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** @throws BookingRefused in these words, unless a number was chosen or typed */
    public int number(String name, String refused) {
        try {
            return Integer.parseInt(of(name));
        } catch (NumberFormatException e) {
            throw new BookingRefused(refused);
        }
    }

    /** A text of bounded length. */
    String text(String name, int atMost, String what) {
        var text = of(name);
        if (text.length() > atMost) {
            throw new BookingRefused(
                    what + " may have at most " + atMost + " letters; there are " + text.length() + ".");
        }
        return text;
    }

    /** Is anything said of this choice? One that was left out altogether is none. */
    boolean hasStart(int choice) {
        return !of("date-" + choice).isEmpty() || !of("time-" + choice).isEmpty();
    }

    /** @throws BookingRefused naming what is wrong with the day or the time */
    java.time.Instant start(int choice) {
        return instant(of("date-" + choice), of("time-" + choice), "your " + ORDINALS[choice - 1] + " choice");
    }

    /** @throws BookingRefused naming what is wrong with the day or the time */
    public static java.time.Instant instant(String date, String time, String which) {
        if (date.isEmpty() || time.isEmpty()) {
            throw new BookingRefused("Give both a date and a time for " + which + ".");
        }
        try {
            return London.at(LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time)));
        } catch (NoSuchTime e) {
            throw new BookingRefused(e.why());
        } catch (DateTimeParseException e) {
            throw new BookingRefused("The date and time of " + which
                    + " cannot be read. Write the date like 2027-02-09 and the time like 09:30.");
        }
    }
}
