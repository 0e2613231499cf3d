package uk.thinkuknow.web.names;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what looks like a person's name: two words in a row that begin with a capital and are no words of schools, or a
 * common first name. It finds too much rather than too little, because the user is only asked.
 */
final class PersonNames {
    /** A name does not go on over these. */
    private static final Pattern ENDS = Pattern.compile("[\\n\\r\\t.,;:!?()/|\"“”]+");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** Two letters or more; the first is a capital. */
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}'’-]+");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}'’-]{2,}");

    private static final Map<String, Set<String>> WORDS = read();
    private static final Set<String> TITLES = words("titles");
    private static final Set<String> ORDINARY = words("ordinary");
    private static final Set<String> FIRST_NAMES = words("first");

    private PersonNames() {}

    private static Set<String> words(String kind) {
        return Objects.requireNonNull(WORDS.get(kind), kind);
    }

    private static Map<String, Set<String>> read() {
        try (var file = PersonNames.class.getResourceAsStream("/person-names.yaml")) {
            Map<String, String> lists = new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {});
            return lists.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> Set.of(each.getValue().strip().split("\\s+"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first name found in one of these texts. */
    static Optional<String> first(Stream<String> texts) {
        return texts.flatMap(text -> in(text).stream()).findFirst();
    }

    /** What looks like a person's name in a text. */
    static Optional<String> in(String text) {
        return ENDS.splitAsStream(text)
                .map(phrase -> List.of(phrase.strip().split("\\s+")))
                .flatMap(phrase -> inPhrase(phrase).stream())
                .findFirst();
    }

    private static Optional<String> inPhrase(List<String> typed) {
        var words = new ArrayList<String>();
        typed.forEach(word -> words.add(POSSESSIVE.matcher(word).replaceFirst("")));
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean titled = i > 0 && TITLES.contains(lower(words.get(i - 1)));
            if (mayBeName(word) && isFullName(word, next)) {
                return Optional.of(word + " " + next);
            }
            if (!titled && CAPITALISED.matcher(word).matches() && FIRST_NAMES.contains(lower(word))) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isFullName(String word, String next) {
        return mayBeName(next)
                && (CAPITALISED.matcher(word).matches()
                                && CAPITALISED.matcher(next).matches()
                        || FIRST_NAMES.contains(lower(word)));
    }

    private static boolean mayBeName(String word) {
        return LETTERS.matcher(word).matches() && !ORDINARY.contains(lower(word)) && !TITLES.contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
