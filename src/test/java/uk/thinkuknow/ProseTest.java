package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import morfologik.speller.Speller;
import morfologik.stemming.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks that documents and the comments of code and scripts are in plain British English. What children, parents and
 * professionals read is not checked here: pages, message bundles and lessons have tests of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProseTest {
    private static final Path LISTS = Path.of("src/test/resources/prose");
    private static final Pattern WORD = Pattern.compile("(?<![\\w./$@-])[A-Za-z]+(?:['’][a-z]+)?(?![\\w/@(]|\\.\\w)");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** Read once, as it takes seconds. */
    private final List<Prose.Line> prose = Prose.of(Path.of("."));

    ProseTest() throws IOException {}

    @Test
    void everyWordIsInTheDictionaryOrInTheListOfWords() throws IOException {
        var speller = new Speller(
                Dictionary.read(Speller.class.getResource("/org/languagetool/resource/en/hunspell/en_GB.dict")));
        var known = new HashSet<>(Files.readAllLines(LISTS.resolve("words.txt")));
        var unknown = new TreeMap<String, String>();
        for (var line : prose) {
            for (var word : words(line)) {
                if (!known.contains(word) && !known.contains(word.toLowerCase()) && speller.isMisspelled(word)) {
                    unknown.putIfAbsent(word, line.toString());
                }
            }
        }
        assertEquals(Map.of(), unknown, "correct the word, or add it to " + LISTS.resolve("words.txt"));
    }

    @Test
    void noWordToAvoidIsUsed() throws IOException {
        var avoid = Files.readAllLines(LISTS.resolve("avoid.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(
                        parts -> Pattern.compile("(?i)\\b(?:" + parts[0] + ")\\b"), parts -> parts[1]));
        var found = new TreeSet<String>();
        for (var line : prose) {
            avoid.forEach((pattern, instead) -> {
                var match = pattern.matcher(line.words());
                if (match.find()) {
                    found.add("%s: \"%s\": %s".formatted(line, match.group(), instead));
                }
            });
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void everyWordOfTheListOfWordsIsUsed() throws IOException {
        var used = new HashSet<String>();
        prose.forEach(line -> words(line).forEach(word -> {
            used.add(word);
            used.add(word.toLowerCase());
        }));
        var idle = new TreeSet<>(Files.readAllLines(LISTS.resolve("words.txt")));
        idle.removeAll(used);
        assertEquals(Set.of(), idle);
    }

    /** Those that look like names in code are left out: with capitals inside, or all of capitals. */
    private static List<String> words(Prose.Line line) {
        return WORD.matcher(line.words())
                .results()
                .map(match -> POSSESSIVE.matcher(match.group()).replaceAll(""))
                .filter(word -> word.length() > 1
                        && word.substring(1).equals(word.substring(1).toLowerCase()))
                .toList();
    }
}
