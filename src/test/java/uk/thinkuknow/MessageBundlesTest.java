package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks the messages of children's pages: each exists in English and Welsh, with the same placeholders. */
class MessageBundlesTest {
    private static final Path WELSH = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("#+|@|\\{[^}]*}");

    /** The bundles by name, with their English messages by key; read once, as reading all classes takes seconds. */
    private static final Map<String, Map<String, String>> BUNDLES = readBundles();

    @Test
    void theWelshFilesHaveTheKeysOfTheEnglishMessagesAndNoOthers() throws IOException {
        for (var bundle : BUNDLES.entrySet()) {
            assertEquals(
                    new TreeSet<>(bundle.getValue().keySet()),
                    new TreeSet<>(welsh(bundle.getKey()).keySet()),
                    bundle.getKey());
        }
    }

    @Test
    void everyWelshMessageHasThePlaceholdersOfTheEnglish() throws IOException {
        for (var bundle : BUNDLES.entrySet()) {
            var welsh = welsh(bundle.getKey());
            bundle.getValue()
                    .forEach((key, english) -> assertEquals(
                            places(english), places(welsh.getOrDefault(key, "")), bundle.getKey() + ":" + key));
        }
    }

    @Test
    void noWelshMessageIsEmpty() throws IOException {
        for (var bundle : BUNDLES.keySet()) {
            welsh(bundle).forEach((key, text) -> assertTrue(!text.isBlank(), bundle + ":" + key));
        }
    }

    @Test
    void everyBundleHasAWelshFileThatSaysItIsADraftAndThereAreNoOthers() throws IOException {
        try (var files = Files.list(WELSH)) {
            var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            var expected = BUNDLES.keySet().stream()
                    .map(MessageBundlesTest::file)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, names);
        }
        for (var bundle : BUNDLES.keySet()) {
            assertTrue(Files.readString(WELSH.resolve(file(bundle))).startsWith("# Draft, not reviewed."), bundle);
        }
    }

    private static Map<String, Map<String, String>> readBundles() {
        var bundles = new TreeMap<String, Map<String, String>>();
        ProductClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                .forEach(type -> bundles.put(
                        type.getAnnotationOfType(MessageBundle.class).value(), english(type)));
        assertTrue(bundles.size() >= 2, "no bundles were found");
        return bundles;
    }

    private static Map<String, String> english(JavaClass type) {
        var words = new TreeMap<String, String>();
        type.getMethods()
                .forEach(method -> words.put(
                        method.getName(),
                        method.getAnnotationOfType(Message.class).value()));
        return words;
    }

    private static Map<String, String> welsh(String bundle) throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(WELSH.resolve(file(bundle)), StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, text) -> words.put((String) key, (String) text));
        return words;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String file(String bundle) {
        return bundle + "_cy.properties";
    }
}
