package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks that sentences people read are in messages/, and not in templates or Java. */
class SentencesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path EXCEPTIONS = Path.of("src/test/resources/prose/sentences.txt");

    private static final Pattern THREE_WORDS =
            Pattern.compile("\\p{L}[\\p{L}’'-]*[ ,;:]+(?:\\p{L}[\\p{L}’'-]*[ ,;:]+)+\\p{L}");
    private static final Pattern SQL = Pattern.compile(
            "(?is).*\\b(?:select|insert (?:ignore )?into|update \\w+|delete from|from \\w+|where|order by|group by|join|on duplicate key)\\b.*");
    private static final Pattern SQL_SIGNS = Pattern.compile("(?s).*(?:[=*(:]|\\w_\\w|\\b\\w\\.\\w).*");

    private static final Pattern COMMENT = Pattern.compile("(?s)\\{!.*?!}");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[#/]?[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern HTML = Pattern.compile("(?s)<[^>]*>| [a-z-]+=\"[^\"]*\"");
    private static final Pattern SHOWN_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|title|alt|placeholder|data-label)=\"([^\"]*)\"");
    private static final Pattern SHOWN_ARGUMENT = Pattern.compile(
            "\\b(?:text|label|hint|legend|caption|title|unit|note|empty|button|key|name|suffix)=(?:'([^']*)'|\"([^\"]*)\")");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    @Test
    void noJavaLiteralHasThreeWordsExceptAnnotationsLogsSqlAndWhatIsListed() throws IOException {
        var listed = new TreeSet<>(Files.readAllLines(EXCEPTIONS));
        listed.removeIf(line -> line.isBlank() || line.startsWith("# Java literals"));
        assertTrue(listed.size() <= 100, "at most 100 exceptions");
        var found = new ArrayList<JavaSources.Literal>();
        var seen = new TreeSet<String>();
        for (var literal : JavaSources.MAIN.literals) {
            var value = literal.value();
            boolean sql =
                    SQL.matcher(value).matches() && SQL_SIGNS.matcher(value).matches();
            if (!literal.developers()
                    && !sql
                    && THREE_WORDS.matcher(value.replaceAll("<[^>]*>?", " ")).find()) {
                var line = value.strip().lines().findFirst().orElse("").strip();
                if (listed.contains(line)) {
                    seen.add(line);
                } else {
                    found.add(literal);
                }
            }
        }
        assertEquals(List.of(), found);
        assertEquals(seen, listed);
    }

    @Test
    void noTemplateHasWords() {
        var found = new TreeSet<String>();
        for (var file : templates()) {
            var text = COMMENT.matcher(text(file)).replaceAll("");
            SHOWN_ATTRIBUTE
                    .matcher(EXPRESSION.matcher(text).replaceAll(""))
                    .results()
                    .map(match -> match.group(1))
                    .filter(SentencesTest::hasWords)
                    .forEach(words -> found.add(file + ": " + words));
            EXPRESSION
                    .matcher(text)
                    .results()
                    .flatMap(match -> SHOWN_ARGUMENT.matcher(match.group()).results())
                    .filter(match -> match.group(1) != null && match.group(1).contains(" ")
                            || match.group(2) != null && match.group(2).contains(" ")
                            || !match.group().matches("(?:key|name|title)=.*")
                                    && hasWords(match.group().replaceFirst("^\\w+=", "")))
                    .forEach(match -> found.add(file + ": " + match.group()));
            HTML.matcher(EXPRESSION.matcher(text).replaceAll(""))
                    .replaceAll("\n")
                    .lines()
                    .filter(SentencesTest::hasWords)
                    .forEach(words -> found.add(file + ": " + words.strip()));
        }
        assertEquals(Set.of(), found);
    }

    private static boolean hasWords(String text) {
        return WORD.matcher(text.replaceAll("&\\w+;|ThinkUKnow|Sessions", "")).find();
    }

    private static List<Path> templates() {
        try (var files = Files.walk(TEMPLATES)) {
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
