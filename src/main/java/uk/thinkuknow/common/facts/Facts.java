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
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.common.TextFormat;

/**
 * Reads {@code lessons/facts.yaml} and inserts its facts into texts. A text refers to a whole fact as {@code
 * {childline}} or to a part as {@code {childline.number}}; a part with a capital letter ({@code {childline.Hours}})
 * starts a sentence.
 */
public final class Facts {
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z0-9]++(?:-[a-z0-9]++)*+)(?:\\.([A-Za-z]++))?}");
    private static final Set<String> PARTS = Set.of("title", "number", "page", "hours", "for");
    private static final int LONGEST_WORD = 5;
    private static final Facts PACKAGED = packagedNow();

    private final List<Fact> all;
    private final List<WrittenNumber> numbers;

    private Facts(List<Fact> all) {
        this.all = List.copyOf(all);
        this.numbers =
                all.stream().flatMap(fact -> WrittenNumber.of(fact).stream()).toList();
    }

    /** A service's phone number as people write it, with or without spaces. */
    private record WrittenNumber(String key, Pattern pattern) {
        /** Numbers of three digits, such as 999, do not count: they serve as names. */
        static Optional<WrittenNumber> of(Fact fact) {
            var digits = fact.in(Language.ENGLISH).number().replaceAll("[^0-9]", "");
            var pattern = "(?<![0-9])" + String.join(" ?", digits.split("")) + "(?![0-9])";
            return digits.length() > 3
                    ? Optional.of(new WrittenNumber(fact.key(), Pattern.compile(pattern)))
                    : Optional.empty();
        }
    }

    /**
     * A text with its references replaced.
     *
     * @param used the keys of the facts it refers to
     * @param unknown the references that give no text, as they are written: probably mistyped, or not in this language
     */
    public record ResolvedText(String text, Collection<String> used, List<String> unknown) {}

    /** The facts packaged with the product. */
    public static Facts packaged() {
        return PACKAGED;
    }

    /**
     * Reads a file of facts.
     *
     * @throws UncheckedIOException with the line, if the file is not valid
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

    /**
     * The fact with this key that holds in a nation, else the one that holds in all four; empty if there is neither.
     */
    public Optional<Fact> of(String key, String nation) {
        return named(key).stream()
                .filter(fact -> fact.nations().contains(nation))
                .findFirst()
                .or(() -> named(key).stream()
                        .filter(fact -> fact.nations().isEmpty())
                        .findFirst());
    }

    /** All facts with this key: one that holds everywhere, or several, each for some nations. */
    public List<Fact> named(String key) {
        return all.stream().filter(fact -> fact.key().equals(key)).toList();
    }

    /** The keys of all facts. */
    public Collection<String> keys() {
        return all.stream().map(Fact::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The key of the first service whose phone number is written in a text. Numbers of three digits, such as 999, do
     * not count: they serve as names.
     */
    public Optional<String> numberIn(String text) {
        return numbers.stream()
                .filter(number -> number.pattern().matcher(text).find())
                .map(WrittenNumber::key)
                .findFirst();
    }

    /** The facts that are not confirmed or whose check is due: services first, then by the day they are due. */
    public List<Fact> toCheck(LocalDate today) {
        return all.stream()
                .filter(fact -> !fact.isConfirmed() || fact.isDue(today))
                .sorted(Comparator.comparing(Fact::kind)
                        .thenComparing(fact -> fact.check().by()))
                .toList();
    }

    /** Replaces a text's references by the facts. */
    public ResolvedText in(String text, Language language) {
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
        return new ResolvedText(told, used, unknown);
    }

    /** The Welsh texts of all facts that have one, a line for each fact. */
    public String inWelsh() {
        return all.stream()
                .filter(fact -> fact.words().containsKey(Language.WELSH))
                .map(fact -> fact.key() + " " + fact.in(Language.WELSH))
                .collect(Collectors.joining("\n"));
    }

    /** Replaces the references in an English sentence by the packaged facts. */
    public static String tell(String text) {
        return PACKAGED.in(text, Language.ENGLISH).text();
    }

    /**
     * A SHA-256 in hex of the whole English text of some facts; empty if there are none. It leaves out who confirmed
     * them and when.
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

    /**
     * Returns whether words in braces that give no text are probably a mistyped reference; short words in braces may be
     * there on purpose.
     */
    private boolean isMeant(String key, @Nullable String part) {
        return !named(key).isEmpty()
                || (part == null
                        ? key.contains("-") || key.length() > LONGEST_WORD
                        : PARTS.contains(part.toLowerCase(Locale.ROOT)));
    }

    private static String words(List<Fact> facts, @Nullable String part, Language language) {
        if (part == null) {
            // two spaces and a line break are a Markdown line break, so each nation starts a new line
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
        return begins ? TextFormat.capitalised(told) : told;
    }

    private static Facts packagedNow() {
        try (var file = Facts.class.getResourceAsStream("/lessons/facts.yaml")) {
            return read(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as a whole. */
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

    /** The Welsh text of an entry. */
    private record Welsh(
            @Nullable String title,
            @Nullable String hours,
            @JsonProperty("for") @Nullable String whom) {}
}
