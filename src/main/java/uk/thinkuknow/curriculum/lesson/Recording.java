package uk.thinkuknow.curriculum.lesson;

/**
 * A film or a recording of sound, with what is said in it as captions and as text (Markdown).
 *
 * @param file in a folder, the name of a file in {@code recordings/}; in a published version, the hash under which
 *     {@code GET /media/{hash}.{ending}} serves it
 * @param type its media type
 * @param captions the same for its WebVTT
 */
public record Recording(String file, String type, String captions, String transcript) {
    public boolean film() {
        return type.startsWith("video/");
    }

    /** Where a published version's file lies. */
    public String address() {
        return "/media/" + file + "."
                + switch (type) {
                    case "video/mp4" -> "mp4";
                    case "audio/mp4" -> "m4a";
                    case "audio/wav" -> "wav";
                    default -> "mp3";
                };
    }

    public String captionsAddress() {
        return "/media/" + captions + ".vtt";
    }
}
