package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * The title, age band, length, aims and notes of an imported lesson. A field is empty, and {@code minutes} is 0, where
 * the file does not say.
 */
public record About(
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

    public About {
        title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    static About nothing(String title) {
        return new About("", title, "", "en", 0, "", List.of(), List.of(), "", "");
    }

    About titled(String words) {
        return new About(key, words, band, language, minutes, summary, objectives, strands, teacherNotes, licence);
    }

    About noted(String words) {
        var all = teacherNotes.isEmpty() ? words : teacherNotes + "\n\n" + words;
        return new About(key, title, band, language, minutes, summary, objectives, strands, all, licence);
    }
}
