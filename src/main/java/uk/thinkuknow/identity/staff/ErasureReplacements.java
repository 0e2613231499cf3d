package uk.thinkuknow.identity.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * The replacements for an erased person's name, user name and email address in stored text. The patterns mean the same
 * in MariaDB and in Java.
 *
 * @param label replaces the name
 * @param username replaces the user name
 * @param email replaces the email address
 * @param replaced what is searched for in free text, and its replacements
 */
record ErasureReplacements(String label, String username, String email, List<TextReplacement> replaced) {
    private static final String NO_LETTER_BEFORE = "(?i)(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

    /** A text to search for, the pattern that finds it, and its replacement. */
    record TextReplacement(String sought, String pattern, String by) {}

    /**
     * The replacements for an account.
     *
     * @param byName true if the name identifies the person: false if somebody else has the same name
     */
    static ErasureReplacements of(Account account, boolean byName) {
        var id = account.publicId().value();
        var label = Words.of("staff.former", id);
        var username = "erased-" + id;
        var email = username + "@erased.invalid";
        var replaced = new ArrayList<TextReplacement>();
        if (account.email() != null) {
            replaced.add(replaced(account.email(), email));
        }
        if (identifiesPerson(account.username())) {
            replaced.add(replaced(account.username(), username));
        }
        if (byName) {
            replaced.add(replaced(account.name(), label));
            var inPages = asInPages(account.name());
            if (!inPages.equals(account.name())) {
                replaced.add(replaced(inPages, label));
            }
        }
        return new ErasureReplacements(label, username, email, List.copyOf(replaced));
    }

    @Nullable
    String in(@Nullable String words) {
        var left = words;
        if (left != null) {
            for (var each : replaced) {
                left = Pattern.compile(each.pattern()).matcher(left).replaceAll(Matcher.quoteReplacement(each.by()));
            }
        }
        return left;
    }

    /** The name as Qute escapes it in pages and email. */
    private static String asInPages(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Returns whether a user name has a character that is not a letter. One of letters alone, such as "may", also
     * occurs in sentences that do not concern the person.
     */
    private static boolean identifiesPerson(String username) {
        return username.chars().anyMatch(each -> !Character.isLetter(each));
    }

    private static TextReplacement replaced(String sought, String by) {
        return new TextReplacement(sought, NO_LETTER_BEFORE + Pattern.quote(sought) + NO_LETTER_AFTER, by);
    }
}
