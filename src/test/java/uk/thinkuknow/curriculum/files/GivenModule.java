package uk.thinkuknow.curriculum.files;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Publishes a test lesson into a running product's database, for drills and journeys; the product finds it within five
 * seconds.
 */
public final class GivenModule {
    private GivenModule() {}

    /** Publishes a lesson's folder and returns the lesson's title. */
    public static String published(Connection database, Path folder) throws SQLException {
        return published(database, LessonFolder.of(folder));
    }

    static String published(Connection database, LessonFolder folder) throws SQLException {
        var whole = CanonicalLesson.of((LessonReadResult.Fine) LessonReader.read(folder));
        var lesson = whole.lesson();
        insert(database, "INSERT IGNORE INTO module (module_key, band_key) VALUES (?, ?)", lesson.key(), lesson.band());
        keep(database, "picture", whole.pictures());
        keep(database, "recording", whole.recordings());
        insert(database, """
                INSERT IGNORE INTO module_version (module_id, number, language, title, content_hash, content, published_at)
                SELECT id, 1, ?, ?, ?, ?, UTC_TIMESTAMP(6) FROM module WHERE module_key = ?""", lesson.language(), lesson.title(), whole.hash(), whole.json(), lesson.key());
        return lesson.title();
    }

    private static void keep(Connection database, String table, Map<String, LessonFile> files) throws SQLException {
        for (var file : files.entrySet()) {
            insert(
                    database,
                    "INSERT IGNORE INTO " + table + " (hash, content) VALUES (?, ?)",
                    file.getKey(),
                    file.getValue().bytes());
        }
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
