package uk.thinkuknow.common;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of all rooms, read once from {@code messages/WING/ROOM.properties} and, in Welsh, {@code ROOM_cy.properties}. */
public final class MessageFiles {
    private static final Pattern FILE = Pattern.compile("^([a-zA-Z]+)(?:_([a-z]+))?\\.properties");
    private static final Pattern KEY = Pattern.compile("([\\w.-]+)(?:\\((\\w+(?:,\\w+)*)\\))?");
    private static final Map<Language, Map<String, Map<String, Words>>> ALL = read();

    private MessageFiles() {}

    /** The rooms that have sentences. */
    public static Set<String> rooms() {
        return ALL.getOrDefault(Language.ENGLISH, Map.of()).keySet();
    }

    /**
     * A room's sentence in a language, or in English where it has not been translated.
     *
     * @throws IllegalArgumentException if the room has no such sentence
     */
    public static Words find(Language language, String room, String name) {
        var words = in(language, room).get(name);
        if (words == null) {
            words = in(Language.ENGLISH, room).get(name);
        }
        if (words == null) {
            throw new IllegalArgumentException("messages have no " + room + "." + name);
        }
        return words;
    }

    /** A room's sentences in a language, by name. */
    static Map<String, Words> in(Language language, String room) {
        return ALL.getOrDefault(language, Map.of()).getOrDefault(room, Map.of());
    }

    private static Map<Language, Map<String, Map<String, Words>>> read() {
        var all = new HashMap<Language, Map<String, Map<String, Words>>>();
        try {
            ClassPathUtils.consumeAsPaths("messages", folder -> {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".properties"))
                            .forEach(file -> read(file, all));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void read(Path file, Map<Language, Map<String, Map<String, Words>>> all) {
        var name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("not a file of messages: " + file);
        }
        var language = language(name.group(2));
        var words = all.computeIfAbsent(language, any -> new HashMap<>())
                .computeIfAbsent(name.group(1), any -> new HashMap<>());
        properties(file).forEach((key, pattern) -> add(words, name.group(1), (String) key, (String) pattern, language));
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Words> words, String room, String key, String pattern, Language language) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalStateException("not a key of messages: " + room + "." + key);
        }
        List<String> parameters =
                parts.group(2) == null ? List.of() : List.of(parts.group(2).split(","));
        var name = parts.group(1);
        var before = words.put(
                name, new Words(room + "." + name, parameters, pattern, Locale.forLanguageTag(language.tag())));
        if (before != null) {
            throw new IllegalStateException("messages have twice: " + room + "." + name);
        }
    }

    private static Language language(@Nullable String key) {
        return key == null ? Language.ENGLISH : Language.of(key).orElseThrow();
    }
}
