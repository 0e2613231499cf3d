package uk.thinkuknow.curriculum.lesson;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A module as its author keeps it: a folder with {@code module.yaml}, {@code pictures/*.svg} and {@code recordings/*}, read into memory with
 * limits, so that what comes after can neither wander off the folder nor run out of room.
 *
 * @param name of the folder, which must be the module's key
 * @param files by name, for example {@code pictures/two-foxes.svg}; what is larger than {@link #LARGEST}, or
 *     {@link #LARGEST_RECORDING} in {@code recordings/}, is cut off one byte above it
 */
public record LessonFolder(String name, Map<String, byte[]> files) {
    public static final String MODULE = "module.yaml";
    public static final String IN_WELSH = "module.cy.yaml";
    public static final String PICTURES = "pictures/";
    public static final String RECORDINGS = "recordings/";
    public static final int LARGEST = 256 * 1024;
    public static final int LARGEST_RECORDING = 3 * 1024 * 1024;
    private static final int MOST_FILES = 200;
    private static final String ROOT = "lessons";

    public LessonFolder {
        files = Map.copyOf(files);
    }

    /** Reads a folder; one without {@code module.yaml} is read too, and the reader then says so. */
    public static LessonFolder of(Path folder) {
        var files = new TreeMap<String, byte[]>();
        add(files, folder, "");
        add(files, folder.resolve("pictures"), PICTURES);
        add(files, folder.resolve("recordings"), RECORDINGS);
        return new LessonFolder(String.valueOf(folder.getFileName()).replaceAll("/$", ""), files);
    }

    /** The modules that are packaged with the product, by name. */
    public static List<LessonFolder> packaged() throws IOException {
        var found = new TreeMap<String, LessonFolder>();
        ClassPathUtils.consumeAsPaths(ROOT, root -> {
            for (var folder : in(root)) {
                if (Files.isRegularFile(folder.resolve(MODULE))) {
                    var read = of(folder);
                    found.put(read.name(), read);
                }
            }
        });
        return List.copyOf(found.values());
    }

    private static void add(Map<String, byte[]> files, Path folder, String prefix) {
        // No links: a folder that was sent in must not name a file outside it.
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !prefix.isEmpty()) {
            return;
        }
        for (var file : in(folder)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                files.put(
                        prefix + file.getFileName(),
                        bytes(file, prefix.equals(RECORDINGS) ? LARGEST_RECORDING : LARGEST));
            }
        }
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.limit(MOST_FILES).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file, int largest) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(largest + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
