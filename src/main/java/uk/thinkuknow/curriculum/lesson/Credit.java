package uk.thinkuknow.curriculum.lesson;

/** Who made something, and under which licence it may be used; empty where nobody has said. */
public record Credit(String source, String licence) {
    public static final Credit NONE = new Credit("", "");

    public boolean whole() {
        return !source.isEmpty() && !licence.isEmpty();
    }

    /** In one line: "Otter Studio, CC BY 4.0". */
    public String words() {
        return source + (whole() ? ", " : "") + licence;
    }
}
