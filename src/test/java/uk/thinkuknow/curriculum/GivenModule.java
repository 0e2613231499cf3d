package uk.thinkuknow.curriculum;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A module that a drill or a journey needs, put beside those of a running product; it knows of it within five seconds. */
public final class GivenModule {
    private GivenModule() {}

    /** Publishes a folder of {@code src/test/resources} into the product's database and returns the module's title. */
    public static String published(Connection database, Path folder) throws SQLException {
        var read = (LessonRead.Fine) LessonReader.read(LessonFolder.of(folder));
        var whole = Canonical.of(read.lesson(), read.pictures());
        var lesson = whole.lesson();
        insert(database, "INSERT IGNORE INTO module (module_key, band_key) VALUES (?, ?)", lesson.key(), lesson.band());
        for (var picture : whole.pictures().entrySet()) {
            insert(
                    database,
                    "INSERT IGNORE INTO picture (hash, content) VALUES (?, ?)",
                    picture.getKey(),
                    picture.getValue());
        }
        insert(database, """
                INSERT IGNORE INTO module_version (module_id, number, language, title, content_hash, content, published_at)
                SELECT id, 1, ?, ?, ?, ?, UTC_TIMESTAMP(6) FROM module WHERE module_key = ?""", lesson.language(), lesson.title(), whole.hash(), whole.json(), lesson.key());
        return lesson.title();
    }

    private static void insert(Connection database, String sql, Object... values) throws SQLException {
        try (var insert = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
