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
 * A service or a piece of law, as it is in some nations.
 *
 * @param nations where it holds; empty where it holds in all four
 * @param words in English, and in Welsh where somebody has written them
 */
public record Fact(String key, Kind kind, List<String> nations, Map<Language, Words> words, Check check) {

    /** Somebody who helps, or what the law says. */
    public enum Kind {
        SERVICE,
        LAW
    }

    /**
     * What we say about a fact; a part is empty where there is nothing to say.
     *
     * @param number as it is printed
     * @param page a page to open
     * @param hours and {@code whom}: words that stand inside a sentence
     * @param text of a law; of a service, what else to know of it
     */
    public record Words(String title, String number, String page, String hours, String whom, String text) {}

    /**
     * Where a fact comes from and who has looked.
     *
     * @param source where a person confirms it
     * @param copy the day of the stored copy that it was written from; null where there was none
     * @param by the day by which a person looks again
     * @param confirmedOn the day on which a person found it right at its source; null until then
     * @param confirmedBy that person; empty until then
     */
    public record Check(
            String source,
            @Nullable LocalDate copy,
            LocalDate by,
            @Nullable LocalDate confirmedOn,
            String confirmedBy) {}

    /** Has a person of the programme found it right at its source? */
    public boolean isConfirmed() {
        return check.confirmedOn() != null && !check.confirmedBy().isBlank();
    }

    /** Should a person have looked again before this day? */
    public boolean isDue(LocalDate today) {
        return check.by().isBefore(today);
    }

    /** Its words in a language; English where there are no others. */
    public Words in(Language language) {
        return Objects.requireNonNullElseGet(
                words.get(language), () -> Objects.requireNonNull(words.get(Language.ENGLISH)));
    }

    /** Where it leads: a number to ring, else a page to open; empty where there is neither. */
    public String address() {
        var english = in(Language.ENGLISH);
        return english.number().matches("[0-9 ]+") ? "tel:" + english.number().replace(" ", "") : english.page();
    }

    /** "England and Wales"; "the United Kingdom" where it holds in all four. */
    public String where() {
        return nations.isEmpty()
                ? "the United Kingdom"
                : nations.stream().map(Nations::name).collect(Collectors.joining(" and "));
    }

    /** Its page as it is printed; empty where it has none. */
    String page() {
        return in(Language.ENGLISH).page().replaceAll("^https?://(www\\.)?|/$", "");
    }

    /** Everything we say about it: what the law says, or how to reach a service, when, for whom, and what else to know. */
    public String told(Language language) {
        var words = in(language);
        if (kind == Kind.LAW) {
            return words.text();
        }
        var known = joined("; ", words.hours(), words.whom().isEmpty() ? "" : "for " + words.whom());
        return joined(
                " ",
                joined(
                                " ",
                                words.number().isEmpty() ? page() : words.number(),
                                known.isEmpty() ? "" : "(" + known + ")")
                        + ".",
                words.text());
    }

    /** The same in Markdown, with its title or where it holds. */
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
