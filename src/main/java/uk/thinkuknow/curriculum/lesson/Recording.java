package uk.thinkuknow.curriculum.lesson;

/**
 * A film or sound, with its speech as captions and as a transcript (Markdown).
 *
 * @param file in a lesson's folder, the name of a file in {@code recordings/}; in a published version, the hash under
 *     which {@code GET /media/{hash}.{ending}} serves it
 * @param type its media type
 * @param captions its WebVTT file, named in the same way
 */
public record Recording(String file, String type, String captions, String transcript) {
    public boolean film() {
        return type.startsWith("video/");
    }

    /** Returns the address of a published recording. */
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
