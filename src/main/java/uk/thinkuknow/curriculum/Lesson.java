package uk.thinkuknow.curriculum;

import java.util.List;

/** What a module teaches, in one version: read from the lessons folder, published, never changed. */
public record Lesson(
        String key,
        String title,
        String band,
        String language,
        int minutes,
        String summary,
        List<String> objectives,
        List<String> strands,
        String teacherNotes,
        List<Step> steps,
        String ending) {}
