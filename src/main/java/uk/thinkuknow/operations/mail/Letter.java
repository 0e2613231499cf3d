package uk.thinkuknow.operations.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An email to one adult, as plain text and HTML. It never contains a child's data, because email can be read on its
 * way. It may hold a link that works once, such as an invitation.
 *
 * @param about the subject in the domain, for example "booking 7k3m…", by which it can be found later
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
    private static final Pattern LINK = Pattern.compile("[/@]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"\\p{Cntrl}@]+@[^\\s<>,;:\"\\p{Cntrl}@]+");
    private static final int ASCII_END = 0x7f;
    private static final Pattern LINES = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** @throws IllegalArgumentException if the recipient's address is not valid */
    public Letter {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not an e-mail address: " + to);
        }
        subject = LINES.matcher(subject).replaceAll(" ").strip();
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1) + "…";
        }
    }

    /**
     * Returns whether the text is formed like one email address; whether anybody reads it, only a sent email can show.
     * Letters with accents are refused: for the database, which finds people by address, they are the same as without.
     */
    public static boolean isAddress(@Nullable String address) {
        return address != null
                && address.length() <= LONGEST_ADDRESS
                && address.chars().allMatch(each -> each < ASCII_END)
                && ADDRESS.matcher(address).matches();
    }

    /** Returns whether a person's name could be read as a link or an address in a letter. */
    public static boolean isLink(String name) {
        return LINK.matcher(name).find();
    }
}
