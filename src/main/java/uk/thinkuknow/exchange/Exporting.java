package uk.thinkuknow.exchange;

import java.util.TreeMap;
import uk.thinkuknow.curriculum.LessonFolder;

/** Hands modules to other programmes. The same module gives the same bytes each time. */
public final class Exporting {
    private Exporting() {}

    /** The folder as an archive: what is read back from it is the same byte by byte. */
    public static byte[] folder(LessonFolder folder) {
        var files = new TreeMap<String, byte[]>();
        folder.files().forEach((name, bytes) -> files.put(folder.name() + "/" + name, bytes));
        return Packing.zip(files);
    }
}
