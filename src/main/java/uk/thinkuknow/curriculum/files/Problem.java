package uk.thinkuknow.curriculum.files;

/**
 * Something to mend in a module's folder.
 *
 * @param file as the author sees it, for example {@code module.yaml}
 * @param field where in the file, for example {@code steps[3].question.options[1].feedback}; empty for the whole file
 * @param line in the file, counted from 1; 0 if it has none
 */
public record Problem(String file, String field, int line, String what) {
    /** {@code file: field: what is wrong}, and the line if there is one. */
    @Override
    public String toString() {
        return file + ": " + (field.isEmpty() ? "" : field + ": ") + what + (line == 0 ? "" : " (line " + line + ")");
    }
}
