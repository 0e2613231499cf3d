package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.MessageFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Checks that each key in a script has a sentence in the file of messages that the script imports. */
class ScriptMessagesTest {
    private static final Pattern IMPORT = Pattern.compile("/messages/\\w+/(\\w+Script)\\.properties[\"']");
    private static final Pattern SAID = Pattern.compile("\\bsay\\((?:[^,()]|\\(\\))*");
    private static final Pattern LITERAL = Pattern.compile("([\"'])(\\w+)\\1");

    @Test
    void eachKeyInAScriptHasASentence() {
        var said = keys(text -> groups(SAID, 0, text).collect(Collectors.joining("\n")));
        assertFalse(said.isEmpty());
        var missing = new TreeSet<>(said);
        missing.removeIf(ScriptMessagesTest::hasSentence);
        assertEquals(Set.of(), missing);
    }

    /** The names of sentences that occur in scripts, such as {@code targetsScript.changed}. */
    static Set<String> used() {
        return keys(text -> text);
    }

    private interface Part {
        String of(String script);
    }

    /** The literals in a part of each script, each with the name of the file of messages that the script imports. */
    private static Set<String> keys(Part part) {
        try (var files = Files.walk(Path.of("src/main/web/js"))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(ScriptMessagesTest::text)
                    .flatMap(text -> groups(IMPORT, 1, text)
                            .flatMap(room -> groups(LITERAL, 2, part.of(text)).map(key -> room + "." + key)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> groups(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(group));
    }

    private static boolean hasSentence(String key) {
        var room = key.substring(0, key.indexOf('.'));
        try {
            MessageFiles.find(Language.ENGLISH, room, key.substring(room.length() + 1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
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
