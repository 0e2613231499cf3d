package uk.thinkuknow.curriculum.files;

import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * A message about a lesson's folder: something that must be corrected before it is published, or a piece of advice.
 *
 * @param file the file as the author sees it, for example {@code module.yaml}
 * @param field the path in the file, for example {@code steps[3].question.options[1].feedback}; empty for the whole
 *     file
 * @param line the line in the file, counted from 1; 0 if unknown
 * @param what what is wrong and how to correct it
 */
public record Problem(String file, String field, int line, Remark what) {
    /** Formats as {@code file: field: what (line 3)}, without a line if unknown. */
    @Override
    public String toString() {
        return file + ": " + (field.isEmpty() ? "" : field + ": ") + what.words()
                + (line == 0 ? "" : " (line " + line + ")");
    }
}
