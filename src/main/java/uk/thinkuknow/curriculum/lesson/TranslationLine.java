package uk.thinkuknow.curriculum.lesson;

import uk.thinkuknow.common.Words;

/**
 * A summary of a lesson's Welsh translation: title, percentage, review.
 *
 * @param title the Welsh title
 */
public record TranslationLine(String title, int percent, boolean complete, boolean reviewed) {
    public static TranslationLine of(Translation translation) {
        return new TranslationLine(
                translation.lesson().title(), translation.percent(), translation.isComplete(), translation.reviewed());
    }

    /** Formats as, for example, "Welsh: 84%, draft, not reviewed". */
    public String words() {
        return "Welsh: " + percent + "%, " + (reviewed ? "reviewed" : Words.of("lessonParts.draftNotReviewed"));
    }
}
