package uk.thinkuknow.curriculum.lesson;

/** The source and the licence of a picture, sound or film; empty texts if unknown. */
public record Credit(String source, String licence) {
    public static final Credit NONE = new Credit("", "");

    /** Returns whether both the source and the licence are known. */
    public boolean whole() {
        return !source.isEmpty() && !licence.isEmpty();
    }

    /** Formats as one line: "Otter Studio, CC BY 4.0". */
    public String words() {
        return source + (whole() ? ", " : "") + licence;
    }
}
