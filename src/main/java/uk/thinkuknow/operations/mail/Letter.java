package uk.thinkuknow.operations.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one member of staff, in plain text and in HTML. No child's data belongs in it, and nothing that only its
 * reader may know: e-mail is a postcard.
 *
 * @param about what it tells of, for example "booking 7k3m…": for whoever looks for it later
 */
public record Letter(
        String to,
        String subject,
        String text,
        String html,
        @Nullable CalendarPart calendar,
        String about) {
    static final int LONGEST_ADDRESS = 254;
    static final int LONGEST_SUBJECT = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"\\p{Cntrl}@]+@[^\\s<>,;:\"\\p{Cntrl}@]+");
    private static final Pattern LINES = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** @throws IllegalArgumentException if nobody can be written to at the address */
    public Letter {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not an e-mail address: " + to);
        }
        subject = LINES.matcher(subject).replaceAll(" ").strip();
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1) + "…";
        }
    }

    /** Could this be the e-mail address of one person? Whether she reads it, only a letter can tell. */
    public static boolean isAddress(@Nullable String address) {
        return address != null
                && address.length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(address).matches();
    }
}
