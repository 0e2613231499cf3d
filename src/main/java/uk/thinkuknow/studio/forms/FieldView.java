package uk.thinkuknow.studio.forms;

import java.util.List;

/**
 * A field as the page shows it.
 *
 * @param kind which of the shapes in the template it has
 * @param path its name in the form, behind {@link Typed#PREFIX}
 * @param value what is typed in it
 * @param choices what can be chosen
 * @param entries of a list, each with its fields; one entry where the field is a part
 * @param adds what can be added to a list, empty where one press does
 * @param most how many entries a list may have
 * @param types of files that can be chosen, by their endings
 * @param said what the checks say of it
 */
public record FieldView(
        String kind,
        String path,
        String label,
        String hint,
        String value,
        List<Chosen> choices,
        List<Entry> entries,
        List<Chosen> adds,
        int most,
        String types,
        Said said) {

    /**
     * What the checks say of a field.
     *
     * @param notes what must be mended here
     * @param blanks what is not filled in yet
     * @param thoughts what could be better here
     */
    public record Said(List<String> notes, List<String> blanks, List<String> thoughts) {}

    /** One to choose from, and whether it is. */
    public record Chosen(String key, String words, boolean chosen) {}

    /** A thing in a list. */
    public record Entry(String path, int number, String each, String kind, boolean last, List<FieldView> fields) {
        public boolean isFirst() {
            return number == 1;
        }
    }

    /** A name for the field that a page can point at. */
    public String getId() {
        return path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    public boolean isFull() {
        return entries.size() >= most;
    }

    public boolean isFaulty() {
        return !said.notes().isEmpty();
    }

    /** Entries of which one alone is right share the name of their buttons: that of the list. */
    public String getGroup() {
        return Paths.group(path);
    }

    public int getPlace() {
        return Paths.number(path);
    }

    /** The same for a browser that asks for a file: photographs are made into what a lesson can have. */
    public String getAccept() {
        return "." + types.replace(" ", ",.") + (types.contains("jpg") ? ",.jpeg,.gif,.bmp" : "");
    }

    /** The ids of the texts that say more about the field, for a screen reader. */
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

    /** How many lines a text needs on the page. */
    public int getRows() {
        long lines = value.lines().mapToLong(line -> 1 + line.length() / 70).sum();
        return (int) Math.min(14, Math.max(2, lines));
    }
}
