package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * The title, age band, length, aims and notes of an imported lesson. Where the file does not say, {@code language} is
 * "en", {@code minutes} is 0, and the others are empty. A title is cut to 80 characters.
 */
public record ImportedLessonDetails(
        String key,
        String title,
        String band,
        String language,
        int minutes,
        String summary,
        List<String> objectives,
        List<String> strands,
        String teacherNotes,
        String licence) {
    private static final int LONGEST_TITLE = 80;

    public ImportedLessonDetails {
        title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    static ImportedLessonDetails nothing(String title) {
        return new ImportedLessonDetails("", title, "", "en", 0, "", List.of(), List.of(), "", "");
    }

    ImportedLessonDetails titled(String words) {
        return new ImportedLessonDetails(
                key, words, band, language, minutes, summary, objectives, strands, teacherNotes, licence);
    }

    ImportedLessonDetails noted(String words) {
        var all = teacherNotes.isEmpty() ? words : teacherNotes + "\n\n" + words;
        return new ImportedLessonDetails(
                key, title, band, language, minutes, summary, objectives, strands, all, licence);
    }
}
