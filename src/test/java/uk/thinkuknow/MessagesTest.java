package uk.thinkuknow;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks the sentences in messages/, and that templates and Java use each of them with its arguments. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("([\\w.-]+)(?:\\((\\w+(?:,\\w+)*)\\))?");
    private static final Pattern MARKUP = Pattern.compile(
            "<a href=\"(?:\\{\\w+\\}|https://[^\"]+|/[^\"]*|mailto:[^\"]+)\">|</a>|</?(?:b|i|kbd|code)>|<br>"
                    + "|<span class=\"govuk-visually-hidden\">|</span>");

    /** A parameter, and not a reference to a fact such as {childline.number}. */
    private static final Pattern PLACE = Pattern.compile("\\{\\w+[},]");

    /** Words that end like plurals, and names of values that are never 1 or no number. */
    private static final Set<String> NO_PLURALS = Set.of(
            "already",
            "as",
            "asks",
            "comes",
            "confirms",
            "decides",
            "does",
            "ends",
            "has",
            "invites",
            "is",
            "keeps",
            "knows",
            "leaves",
            "less",
            "ms",
            "needs",
            "overlaps",
            "reads",
            "says",
            "signs",
            "stands",
            "starts",
            "stays",
            "this",
            "wants",
            "was");

    private static final Pattern PLURAL = Pattern.compile("\\{(\\w+)} ([a-z]+s)\\b");
    private static final Pattern NEVER_ONE =
            Pattern.compile("most\\w*|atMost|least|longest\\w*|largest\\w*|wordsInASentence|high|phase");

    /** Numbers as text: years of reading with a decimal place, and a school year before “times”. */
    private static final Set<String> NO_NUMBERS = Set.of("files.readingTooHard", "targets.filled");

    /** What a quotation mark may be: one that the sentence speaks of, or that people type into a shell. */
    private static final Pattern STRAIGHT_QUOTES = Pattern.compile("<[^>]*>|'[{}]'|\\(\"\\)|echo \"[^\"]*\"");

    /** Their sentences are all in Welsh too; the other files hold staff's as well. */
    private static final Set<String> CHILDREN =
            Set.of("asked", "child", "join", "lesson", "onpaper", "question", "wall");

    /** The sentences by room and name. */
    private final Map<String, Sentence> sentences = read(".properties");

    private record Sentence(List<String> parameters, String pattern) {}

    @Test
    void eachPatternIsValidAndUsesItsParameters() {
        var wrong = new TreeSet<String>();
        sentences.forEach((key, sentence) -> {
            var used = sentence.parameters().isEmpty()
                            && !PLACE.matcher(sentence.pattern()).find()
                    ? Set.of()
                    : argumentNames(sentence.pattern());
            if (!used.equals(new HashSet<>(sentence.parameters()))) {
                wrong.add(key + sentence.parameters() + ": " + sentence.pattern());
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void aNumberBeforeAPluralHasTheFormForOne() {
        var wrong = new TreeSet<String>();
        sentences.forEach((key, sentence) -> PLURAL.matcher(withoutPlurals(sentence.pattern()))
                .results()
                .filter(found -> !NO_PLURALS.contains(found.group(2))
                        && !NEVER_ONE.matcher(found.group(1)).matches()
                        && !NO_NUMBERS.contains(key))
                .forEach(found -> wrong.add(key + ": " + sentence.pattern())));
        assertEquals(Set.of(), wrong);
    }

    private static String withoutPlurals(String text) {
        var left = new StringBuilder();
        int depth = 0;
        int plural = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : 0;
            if (c == '{' && plural < 0 && text.substring(i).matches("(?s)\\{\\w+, plural,.*")) {
                plural = depth;
            }
            if (plural < 0) {
                left.append(c);
            }
            if (c == '}' && depth-- == plural) {
                plural = -1;
            }
        }
        return left.toString();
    }

    @Test
    void quotationMarksAreNotStraightAndAPersonIsThey() {
        var wrong = new TreeSet<String>();
        for (var language : List.of(sentences, welsh())) {
            language.forEach((key, sentence) -> {
                var words = STRAIGHT_QUOTES.matcher(sentence.pattern()).replaceAll("");
                boolean ofOne = language == sentences
                        && !key.startsWith("demo.") // its people are invented
                        && words.matches("(?is).*\\b(?:she|hers?|he|his|him)\\b.*");
                if (words.contains("\"") || words.contains("'") || ofOne) {
                    wrong.add(key + ": " + sentence.pattern());
                }
            });
        }
        assertEquals(Set.of(), wrong);
    }

    /** The names of a pattern's arguments, also of those inside plurals and selections. */
    private static Set<String> argumentNames(String text) {
        var pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet());
    }

    @Test
    void aSentenceOnAPageHasNoMarkupButLinksAndEmphasis() {
        var wrong = new TreeSet<String>();
        usesInTemplates((file, key, arguments) -> {
            var sentence = sentences.getOrDefault(key, new Sentence(List.of(), ""));
            if (MARKUP.matcher(sentence.pattern()).replaceAll("").matches("(?s).*[<>].*|.*&\\w+;.*")) {
                wrong.add(key + ": " + sentence.pattern());
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void eachKeyInATemplateHasASentenceAndItsArguments() {
        var wrong = new ArrayList<String>();
        usesInTemplates((file, key, arguments) -> {
            var sentence = sentences.get(key);
            if (sentence == null || sentence.parameters().size() != arguments) {
                wrong.add(file + ": " + key + " with " + arguments + " arguments, not "
                        + (sentence == null ? "in messages" : sentence.parameters()));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void eachKeyInJavaHasASentenceAndItsArguments() {
        var wrong = new ArrayList<String>();
        for (var call : JavaSources.MAIN.calls) {
            var sentence = sentences.get(call.literal());
            boolean formats = call.called().matches("(?:.*\\.)?(?:Words|Remark)\\.(?:of|in)|(?:.*\\.)?say|Refused");
            if (formats
                            && sentence == null
                            && !call.literal().endsWith(".")
                            && !call.literal().matches("[a-z]{2}")
                    || formats && sentence != null && sentence.parameters().size() != call.following()) {
                wrong.add(call + ", not " + (sentence == null ? "in messages" : sentence.parameters()));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everySentenceIsUsed() {
        var unused = new TreeSet<>(sentences.keySet());
        usesInTemplates((file, key, arguments) -> unused.remove(key));
        unused.removeAll(ScriptMessagesTest.used());
        for (var literal : JavaSources.MAIN.literals) {
            unused.remove(literal.value());
            if (literal.value().matches("[a-zA-Z]+\\.(?:[\\w.-]*[.-])?")) {
                unused.removeIf(key -> key.startsWith(literal.value()));
            }
        }
        JavaSources.MAIN.enums.forEach(
                (type, constants) -> constants.forEach(each -> unused.remove(type + "." + each)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void anEnumWithWordsHasWordsForEachConstant() {
        var missing = new TreeSet<String>();
        JavaSources.MAIN.enums.forEach((type, constants) -> {
            var keys = constants.stream().map(each -> type + "." + each).toList();
            if (keys.stream().anyMatch(sentences::containsKey)) {
                keys.stream().filter(key -> !sentences.containsKey(key)).forEach(missing::add);
            }
        });
        assertEquals(Set.of(), missing);
    }

    /** A plain text, such as a refusal, would show its markup. */
    @Test
    void noSentenceWithMarkupIsUsedInJava() {
        var wrong = JavaSources.MAIN.literals.stream()
                .filter(literal -> sentences.containsKey(literal.value())
                        && MARKUP.matcher(sentences.get(literal.value()).pattern())
                                .find())
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void aWelshSentenceHasTheParametersOfTheEnglishAndIsNotEmpty() {
        var wrong = new TreeSet<String>();
        welsh().forEach((key, sentence) -> {
            var english = sentences.get(key);
            if (english == null
                    || !english.parameters().equals(sentence.parameters())
                    || !names(english).equals(names(sentence))
                    || !places(english.pattern()).equals(places(sentence.pattern()))
                    || sentence.pattern().isBlank()) {
                wrong.add(key + ": " + sentence);
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everySentenceOfTheChildrensPagesIsInWelsh() {
        var missing = new TreeSet<>(sentences.keySet());
        missing.removeIf(key -> !CHILDREN.contains(key.substring(0, key.indexOf('.'))));
        missing.removeAll(welsh().keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyWelshFileSaysThatItIsADraft() {
        var bare = files(MESSAGES).stream()
                .filter(file -> file.toString().endsWith("_cy.properties"))
                .filter(file -> !text(file).startsWith("# Draft, not reviewed."))
                .toList();
        assertEquals(List.of(), bare);
    }

    private static Map<String, Sentence> welsh() {
        return read("_cy.properties");
    }

    private static Set<String> names(Sentence sentence) {
        return sentence.parameters().isEmpty() ? Set.of() : argumentNames(sentence.pattern());
    }

    /** The places that a script fills in. */
    private static List<String> places(String pattern) {
        return Pattern.compile("#+|@")
                .matcher(pattern.contains(", plural,") ? "" : pattern)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** Who looks for a sentence begins with the example in a document. */
    @Test
    void examplesInDocumentsAndJavadocAreKeys() {
        var example = Pattern.compile(
                "`\\{(\\w+):(\\w+)[(}]|\\{@code \\{(\\w+):(\\w+)[(}]|for example \\{@code (\\w+)\\.(\\w+)}");
        var rooms = sentences.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var wrong = new TreeSet<String>();
        for (var root : List.of("docs/adr", "src/main/java")) {
            for (var file : files(Path.of(root))) {
                var found = example.matcher(text(file));
                while (found.find()) {
                    int group = found.group(1) != null ? 1 : found.group(3) != null ? 3 : 5;
                    var key = found.group(group) + "." + found.group(group + 1);
                    if (rooms.contains(found.group(group)) && !sentences.containsKey(key)) {
                        wrong.add(file + ": " + key);
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private interface Use {
        void in(Path file, String key, int arguments);
    }

    private void usesInTemplates(Use use) {
        var rooms = new TreeSet<String>();
        sentences.keySet().forEach(key -> rooms.add(key.substring(0, key.indexOf('.'))));
        var key = Pattern.compile("(?<![\\w'/-])(" + String.join("|", rooms) + "):([A-Za-z]\\w*)(\\()?");
        for (var file : files(TEMPLATES)) {
            var text = text(file);
            var found = key.matcher(text);
            while (found.find()) {
                if (text.lastIndexOf('{', found.start()) > text.lastIndexOf('\n', found.start()) - 400
                        && insideBraces(text, found.start())) {
                    int arguments = found.group(3) == null ? 0 : arguments(text, found.end());
                    use.in(file, found.group(1) + "." + found.group(2), arguments);
                }
            }
        }
    }

    private static boolean insideBraces(String text, int at) {
        return text.lastIndexOf('{', at) > text.lastIndexOf('}', at - 1);
    }

    /** Counts what is between this position and the closing parenthesis, by its commas outside parentheses and quotes. */
    private static int arguments(String text, int from) {
        int depth = 0;
        int commas = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth-- == 0) {
                return i == from ? 0 : commas + 1;
            } else if (!quoted && c == ',' && depth == 0) {
                commas++;
            }
        }
        throw new AssertionError("no end: " + text.substring(from, from + 60));
    }

    private static Map<String, Sentence> read(String ending) {
        var sentences = new TreeMap<String, Sentence>();
        for (var file : files(MESSAGES)) {
            if (file.toString().contains("_") == ending.contains("_")
                    && file.toString().endsWith(ending)) {
                var name = file.getFileName().toString().replace(ending, "");
                properties(file).forEach((key, pattern) -> {
                    var parts = KEY.matcher((String) key);
                    assertTrue(parts.matches(), file + ": " + key);
                    var parameters = parts.group(2) == null
                            ? List.<String>of()
                            : List.of(parts.group(2).split(","));
                    var before = sentences.put(name + "." + parts.group(1), new Sentence(parameters, (String) pattern));
                    assertNull(before, file + " has twice: " + key);
                });
            }
        }
        return sentences;
    }

    private static Properties properties(Path file) {
        var properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                assertTrue(!containsKey(key), file + " has twice: " + key);
                return super.put(key, value);
            }
        };
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
