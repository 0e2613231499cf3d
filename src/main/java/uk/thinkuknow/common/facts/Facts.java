package uk.thinkuknow.common.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Sha256;

/**
 * All facts of {@code lessons/facts.yaml}. A text refers to one as {@code {childline}}, which tells all of it, or to a part as
 * {@code {childline.number}}; a part that begins with a capital letter ({@code {childline.Hours}}) begins a sentence.
 */
public final class Facts {
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z0-9]+(?:-[a-z0-9]+)*)(?:\\.([A-Za-z]+))?}");
    private static final Set<String> PARTS = Set.of("title", "number", "page", "hours", "for");
    private static final int LONGEST_WORD = 5;
    private static final Facts PACKAGED = packagedNow();

    private final List<Fact> all;

    private Facts(List<Fact> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A text with its references replaced.
     *
     * @param used the keys of the facts it refers to
     * @param unknown what looks like a reference to a fact and is none, as it stands in the text
     */
    public record Told(String text, Collection<String> used, List<String> unknown) {}

    /** Those that come with the product. */
    public static Facts packaged() {
        return PACKAGED;
    }

    /**
     * Reads a file of facts.
     *
     * @throws UncheckedIOException if it is not such a file, with the line
     */
    public static Facts read(InputStream file) {
        try {
            var rows = YAMLMapper.builder()
                    .findAndAddModules()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Rows.class);
            return new Facts(rows.facts().stream().map(Row::fact).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Fact> all() {
        return all;
    }

    /** The fact as it is in a nation; the one that holds everywhere if the nation has none of its own, or is not known. */
    public Optional<Fact> of(String key, String nation) {
        return named(key).stream()
                .filter(fact -> fact.nations().contains(nation))
                .findFirst()
                .or(() -> named(key).stream()
                        .filter(fact -> fact.nations().isEmpty())
                        .findFirst());
    }

    /** The fact as it is in each nation. */
    public List<Fact> named(String key) {
        return all.stream().filter(fact -> fact.key().equals(key)).toList();
    }

    /** The keys of all facts. */
    public Collection<String> keys() {
        return all.stream().map(Fact::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The key of the service whose number stands in a text as a number; three digits are a name, as 999 is. */
    public Optional<String> numberIn(String text) {
        return all.stream()
                .filter(fact -> {
                    var digits = fact.in(Language.ENGLISH).number().replaceAll("[^0-9]", "");
                    return digits.length() > 3
                            && Pattern.compile("(?<![0-9])" + String.join(" ?", digits.split("")) + "(?![0-9])")
                                    .matcher(text)
                                    .find();
                })
                .map(Fact::key)
                .findFirst();
    }

    /** Those that nobody has confirmed yet or that are due to be looked at again: services first, and of two the one that is due first. */
    public List<Fact> toCheck(LocalDate today) {
        return all.stream()
                .filter(fact -> !fact.isConfirmed() || fact.isDue(today))
                .sorted(Comparator.comparing(Fact::kind)
                        .thenComparing(fact -> fact.check().by()))
                .toList();
    }

    /** Puts the facts into a text that refers to them. */
    public Told in(String text, Language language) {
        var used = new TreeSet<String>();
        var unknown = new ArrayList<String>();
        var told = REFERENCE.matcher(text).replaceAll(found -> {
            var facts = named(found.group(1));
            var words = facts.isEmpty() ? "" : words(facts, found.group(2), language);
            if (words.isEmpty()) {
                if (isMeant(found.group(1), found.group(2))) {
                    unknown.add(found.group());
                }
                return Matcher.quoteReplacement(found.group());
            }
            used.add(found.group(1));
            return Matcher.quoteReplacement(words);
        });
        return new Told(told, used, unknown);
    }

    /** All that is told in Welsh. */
    public String inWelsh() {
        return all.stream()
                .filter(fact -> fact.words().containsKey(Language.WELSH))
                .map(fact -> fact.key() + " " + fact.in(Language.WELSH))
                .collect(Collectors.joining("\n"));
    }

    /** A sentence in English with those facts in it that come with the product. */
    public static String tell(String text) {
        return PACKAGED.in(text, Language.ENGLISH).text();
    }

    /**
     * A hash of everything we say about some facts, in hex; empty where there are none. It leaves out who confirmed them and when.
     */
    public String hash(Collection<String> keys) {
        var told = all.stream()
                .filter(fact -> keys.contains(fact.key()))
                .map(fact -> String.join(
                        "\n",
                        fact.key(),
                        fact.where(),
                        fact.in(Language.ENGLISH).title(),
                        fact.told(Language.ENGLISH)))
                .sorted()
                .toList();
        return told.isEmpty() ? "" : Sha256.hex(String.join("\n", told));
    }

    /** Other words in braces are what their author wants to say. */
    private boolean isMeant(String key, @Nullable String part) {
        return !named(key).isEmpty()
                || (part == null
                        ? key.contains("-") || key.length() > LONGEST_WORD
                        : PARTS.contains(part.toLowerCase(Locale.ROOT)));
    }

    private static String words(List<Fact> facts, @Nullable String part, Language language) {
        if (part == null) {
            // two spaces and a new line: each nation begins a line of its own
            var told = facts.stream().map(fact -> fact.sentences(language)).collect(Collectors.joining("  \n"));
            var first = facts.getFirst();
            return first.kind() == Fact.Kind.LAW ? "**" + first.in(language).title() + ".** " + told : told;
        }
        var words = facts.getFirst().in(language);
        var told = switch (part.toLowerCase(Locale.ROOT)) {
            case "title" -> words.title();
            case "number" -> words.number();
            case "hours" -> words.hours();
            case "for" -> words.whom();
            case "page" -> facts.getFirst().page();
            default -> "";
        };
        boolean begins = Character.isUpperCase(part.charAt(0)) && !told.isEmpty();
        return begins ? InWords.capitalised(told) : told;
    }

    private static Facts packagedNow() {
        try (var file = Facts.class.getResourceAsStream("/lessons/facts.yaml")) {
            return read(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Rows(List<Row> facts) {}

    /** An entry of the file. */
    private record Row(
            String key,
            Fact.Kind kind,
            String title,
            @Nullable String number,
            @Nullable String page,
            @Nullable String hours,
            @JsonProperty("for") @Nullable String whom,
            @Nullable String note,
            @Nullable String text,
            @Nullable List<String> nations,
            LocalDate from,
            String source,
            @Nullable LocalDate copy,
            @JsonProperty("copy-of") @Nullable String copyOf,
            @JsonProperty("check-by") LocalDate checkBy,
            @JsonProperty("confirmed-on") @Nullable LocalDate confirmedOn,
            @JsonProperty("confirmed-by") @Nullable String confirmedBy,
            @Nullable Welsh cy) {

        Fact fact() {
            var words = new HashMap<Language, Fact.Words>();
            var more = or(text, or(note, ""));
            var english = new Fact.Words(title, or(number, ""), or(page, ""), or(hours, ""), or(whom, ""), more);
            words.put(Language.ENGLISH, english);
            if (cy != null) {
                words.put(
                        Language.WELSH,
                        new Fact.Words(
                                or(cy.title, title),
                                english.number(),
                                english.page(),
                                or(cy.hours, ""),
                                or(cy.whom, ""),
                                ""));
            }
            return new Fact(
                    key,
                    kind,
                    nations == null ? List.of() : nations,
                    Map.copyOf(words),
                    new Fact.Check(source, copy, checkBy, confirmedOn, or(confirmedBy, "")));
        }

        private static String or(@Nullable String words, String otherwise) {
            return words == null ? otherwise : words.strip();
        }
    }

    private record Welsh(
            @Nullable String title,
            @Nullable String hours,
            @JsonProperty("for") @Nullable String whom) {}
}
