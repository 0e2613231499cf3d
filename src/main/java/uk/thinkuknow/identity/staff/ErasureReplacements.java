package uk.thinkuknow.identity.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final String NO_ADDRESS_BEFORE = "(?i)(?<![\\p{L}\\p{N}.+%_@-])";
    private static final String NO_ADDRESS_AFTER = "(?![\\p{L}\\p{N}+%_@-]|\\.[\\p{L}\\p{N}])";

    /** A text to search for, the pattern that finds it, and its replacement. */
    record TextReplacement(String sought, String pattern, String by) {}

    /** The replacements for an account, in text only for what means nobody else. */
    static ErasureReplacements of(Account account, OwnWords own) {
        var id = account.publicId().value();
        var label = Words.of("staff.former", id);
        var username = "erased-" + id;
        var email = username + "@erased.invalid";
        var replaced = new ArrayList<TextReplacement>();
        if (account.email() != null && own.email()) {
            Stream.of(account.email(), asInQueries(account.email()))
                    .forEach(each -> replaced.add(new TextReplacement(each, asAddress(each), email)));
        }
        if (own.usernameInText()) {
            replaced.add(new TextReplacement(account.username(), asAddress(account.username()), username));
        }
        if (own.nameInText()) {
            Stream.of(account.name(), asInPages(account.name()), asInQueries(account.name()))
                    .distinct()
                    .forEach(each -> replaced.add(new TextReplacement(each, asWords(each), label)));
        }
        return new ErasureReplacements(label, username, email, List.copyOf(replaced));
    }

    /** The account's address, by which older words mean it; for an account without one, what no older words have. */
    String addressOf(Account account) {
        return account.email() != null
                ? account.email()
                : account.username().contains("@") ? account.username() : username;
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

    /** As in the query of an address, which the audit kept as what was searched for until version 1.9. */
    private static String asInQueries(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The pattern of a name: not as a part of a longer word. */
    static String asWords(String name) {
        return NO_LETTER_BEFORE + Pattern.quote(name) + NO_LETTER_AFTER;
    }

    /** The pattern of an address: not as a part of a longer address. */
    private static String asAddress(String address) {
        return NO_ADDRESS_BEFORE + Pattern.quote(address) + NO_ADDRESS_AFTER;
    }
}
