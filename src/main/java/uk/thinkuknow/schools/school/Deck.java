package uk.thinkuknow.schools.school;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pictures for children's cards, read from {@code cards.yaml}, in the order in which each class gets them. */
@Singleton
public final class Deck {
    private final Map<String, CardPicture> byKey = new LinkedHashMap<>();

    public Deck() {
        for (var row : rows()) {
            var key = row.colour().toLowerCase(Locale.ROOT) + "-" + row.drawing();
            byKey.put(
                    key,
                    new CardPicture(key, row.colour() + " " + row.name(), row.welsh(), row.colour(), row.drawing()));
        }
    }

    public List<CardPicture> all() {
        return List.copyOf(byKey.values());
    }

    /** @throws IllegalArgumentException if no picture has this key */
    public CardPicture of(String key) {
        var picture = byKey.get(key);
        if (picture == null) {
            throw new IllegalArgumentException("no such picture card: " + key);
        }
        return picture;
    }

    private static List<Row> rows() {
        try (var file = Deck.class.getResourceAsStream("/cards.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Row>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String colour, String name, String welsh, String drawing, String source) {}
}
