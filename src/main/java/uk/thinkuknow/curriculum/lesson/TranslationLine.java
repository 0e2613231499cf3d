package uk.thinkuknow.curriculum.lesson;

/**
 * How far a module is in Welsh, in a line.
 *
 * @param title in Welsh
 */
public record TranslationLine(String title, int percent, boolean complete, boolean reviewed) {
    public static TranslationLine of(Translation translation) {
        return new TranslationLine(
                translation.lesson().title(), translation.percent(), translation.isComplete(), translation.reviewed());
    }

    /** For example "Welsh: 84%, draft, not reviewed". */
    public String words() {
        return "Welsh: " + percent + "%, " + (reviewed ? "reviewed" : "draft, not reviewed");
    }
}
