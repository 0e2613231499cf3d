package uk.thinkuknow.reach.periods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import uk.thinkuknow.reach.frozen.FrozenFigures;

/**
 * Frozen figures as canonical JSON: equal figures always give the same text and the same hash.
 *
 * @param hash the SHA-256 of the text in UTF-8, in hexadecimal
 */
record FiguresJson(String json, String hash) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The canonical JSON of the figures, with its hash. */
    static FiguresJson of(FrozenFigures figures) {
        try {
            var json = MAPPER.writeValueAsString(figures);
            return new FiguresJson(json, hash(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures could not be written", e);
        }
    }

    FrozenFigures figures() {
        try {
            return MAPPER.readValue(json, FrozenFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept figures could not be read", e);
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
