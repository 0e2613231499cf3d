package uk.thinkuknow.identity.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of somebody's name, user name and address in what was written; MariaDB's expressions and Java's
 * read the patterns alike.
 *
 * @param label what stands for her name
 * @param username what stands for her user name
 * @param email what stands for her address
 */
record ErasedWords(String label, String username, String email, List<Replaced> replaced) {
    private static final String NO_LETTER_BEFORE = "(?i)(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

    /** What is looked for, the expression that finds it, and what stands there then. */
    record Replaced(String sought, String pattern, String by) {}

    /**
     * For an account.
     *
     * @param byName whether her name says that it is she: not if somebody else has the same
     */
    static ErasedWords of(Account account, boolean byName) {
        var id = account.publicId().value();
        var label = "Former member of staff " + id;
        var username = "erased-" + id;
        var email = username + "@erased.invalid";
        var replaced = new ArrayList<Replaced>();
        if (account.email() != null) {
            replaced.add(replaced(account.email(), email));
        }
        if (saysWhoSheIs(account.username())) {
            replaced.add(replaced(account.username(), username));
        }
        if (byName) {
            replaced.add(replaced(account.name(), label));
            var inPages = asInPages(account.name());
            if (!inPages.equals(account.name())) {
                replaced.add(replaced(inPages, label));
            }
        }
        return new ErasedWords(label, username, email, List.copyOf(replaced));
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

    /** As Qute writes it into a page or a letter. */
    private static String asInPages(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A user name that is a word, as "may", stands in sentences that have nothing to do with her. */
    private static boolean saysWhoSheIs(String username) {
        return username.chars().anyMatch(each -> !Character.isLetter(each));
    }

    private static Replaced replaced(String sought, String by) {
        return new Replaced(sought, NO_LETTER_BEFORE + Pattern.quote(sought) + NO_LETTER_AFTER, by);
    }
}
