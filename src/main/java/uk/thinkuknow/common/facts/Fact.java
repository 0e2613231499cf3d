package uk.thinkuknow.common.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Nations;

/**
 * One entry of {@code facts.yaml}: a helpline or other service, or a piece of law, with the nations in which it holds.
 *
 * @param nations empty if it holds in all four
 * @param words in English, and in Welsh if somebody has written them
 */
public record Fact(String key, Kind kind, List<String> nations, Map<Language, Words> words, Check check) {

    /** The two kinds of fact: a service that helps, or a law. */
    public enum Kind {
        SERVICE,
        LAW
    }

    /**
     * The text about a fact in one language; a part with nothing to say is empty.
     *
     * @param number as it is printed
     * @param page a page to open
     * @param hours the opening hours, worded to go inside a sentence
     * @param whom whom it is for, worded to go inside a sentence
     * @param text of a law; of a service, anything else to know
     */
    public record Words(String title, String number, String page, String hours, String whom, String text) {}

    /**
     * The source of a fact and the record of who checked it there.
     *
     * @param source where a person can confirm it
     * @param copy the day of the stored copy it was written from; null if there was none
     * @param by the day by which a person must check it again
     * @param confirmedOn the day on which a person found it right at its source; null before
     * @param confirmedBy that person's name; empty before
     */
    public record Check(
            String source,
            @Nullable LocalDate copy,
            LocalDate by,
            @Nullable LocalDate confirmedOn,
            String confirmedBy) {}

    /** Returns whether a person of the programme has found it right at its source. */
    public boolean isConfirmed() {
        return check.confirmedOn() != null && !check.confirmedBy().isBlank();
    }

    /** Returns whether its next check was due before this day. */
    public boolean isDue(LocalDate today) {
        return check.by().isBefore(today);
    }

    /** Its text in a language; in English if there is no other. */
    public Words in(Language language) {
        return Objects.requireNonNullElseGet(
                words.get(language), () -> Objects.requireNonNull(words.get(Language.ENGLISH)));
    }

    /** A link: {@code tel:} with its number if that is digits alone, else its page; empty if it has neither. */
    public String address() {
        var english = in(Language.ENGLISH);
        return english.number().matches("[0-9 ]+") ? "tel:" + english.number().replace(" ", "") : english.page();
    }

    /** Where it holds, for example "England and Wales"; "the United Kingdom" if in all four nations. */
    public String where() {
        return nations.stream()
                .map(Nations::name)
                .reduce((one, other) -> uk.thinkuknow.common.Words.of("facts.and", one, other))
                .orElseGet(() -> uk.thinkuknow.common.Words.of("facts.everywhere"));
    }

    /** The address of its page as it is printed, without {@code https://www.}; empty if it has none. */
    String page() {
        return in(Language.ENGLISH).page().replaceAll("^https?://(www\\.)?|/$", "");
    }

    /** The whole text: of a law, what it says; of a service, its number or page, hours, whom it is for and any note. */
    public String told(Language language) {
        var words = in(language);
        if (kind == Kind.LAW) {
            return words.text();
        }
        var known = joined(
                "; ",
                words.hours(),
                words.whom().isEmpty() ? "" : uk.thinkuknow.common.Words.of("facts.forWhom", words.whom()));
        return joined(
                " ",
                joined(
                                " ",
                                words.number().isEmpty() ? page() : words.number(),
                                known.isEmpty() ? "" : "(" + known + ")")
                        + ".",
                words.text());
    }

    /** The text of {@link #told} in Markdown, after the title of a service or the nations of a law. */
    String sentences(Language language) {
        if (kind == Kind.SERVICE) {
            return "**" + in(language).title() + "** " + told(language);
        }
        return nations.isEmpty() ? told(language) : "*" + where() + ":* " + told(language);
    }

    private static String joined(String by, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(by));
    }
}
