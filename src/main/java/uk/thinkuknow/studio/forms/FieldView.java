package uk.thinkuknow.studio.forms;

import java.util.List;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormOption;

/**
 * A field of a studio form as the page shows it: label, value, choices, and what the checks found.
 *
 * @param kind the name of its layout in the template
 * @param path its name in the form, after {@link SubmittedForm#PREFIX}
 * @param value its current text
 * @param choices the options to choose from
 * @param entries the entries of a list, each with its fields; one entry for a part with fields of its own
 * @param adds the kinds of entry that can be added to a list; empty if there is only one
 * @param most how many entries a list may have
 * @param types the file extensions that can be chosen
 * @param said what the checks found
 */
public record FieldView(
        String kind,
        String path,
        String label,
        String hint,
        String value,
        List<FormOption> choices,
        List<Entry> entries,
        List<FormOption> adds,
        int most,
        String types,
        FieldRemarks said) {

    /**
     * What the checks found in a field.
     *
     * @param notes the errors
     * @param blanks what nobody has filled in yet
     * @param thoughts the advice
     */
    public record FieldRemarks(List<String> notes, List<String> blanks, List<String> thoughts) {}

    /** An entry of a list in a form, with its own fields. */
    public record Entry(String path, int number, String each, String kind, boolean last, List<FieldView> fields) {
        public boolean isFirst() {
            return number == 1;
        }

        /** Returns the name of the entry, for example "Answer 2". */
        public String getTitle() {
            return TextFormat.capitalised(Words.of("forms.numbered", each, number));
        }
    }

    /** Returns the field's id in the page. */
    public String getId() {
        return path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    public boolean isFull() {
        return entries.size() >= most;
    }

    public boolean isFaulty() {
        return !said.notes().isEmpty();
    }

    /** Returns the shared name of radio buttons in a list with one right entry: the name of the list. */
    public String getGroup() {
        return FieldPaths.group(path);
    }

    public int getPlace() {
        return FieldPaths.number(path);
    }

    /** Returns the file types a browser's file dialog accepts, including formats that are converted on upload. */
    public String getAccept() {
        return "." + types.replace(" ", ",.") + (types.contains("jpg") ? ",.jpeg,.gif,.bmp" : "");
    }

    /** Returns the ids of the hint and of the messages of the checks, for a screen reader. */
    public String getDescribedBy() {
        return (id("hint", !hint.isEmpty())
                        + id("note", isFaulty())
                        + id("blank", !said.blanks().isEmpty())
                        + id("thought", !said.thoughts().isEmpty()))
                .strip();
    }

    private String id(String text, boolean there) {
        return there ? getId() + "-" + text + " " : "";
    }

    /** Returns the height of the text area in lines, from 2 to 14. */
    public int getRows() {
        long lines = value.lines().mapToLong(line -> 1 + line.length() / 70).sum();
        return (int) Math.min(14, Math.max(2, lines));
    }
}
