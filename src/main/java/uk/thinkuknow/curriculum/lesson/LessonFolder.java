package uk.thinkuknow.curriculum.lesson;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a lesson as its author keeps them: {@code module.yaml}, {@code pictures/*} and {@code recordings/*}. Of a
 * folder on disk, links are not followed, and the size and number of files are limited, so an uploaded folder can
 * neither read other files nor use up memory.
 *
 * @param name the name of the folder, which must be the module's key
 * @param files the files by path, for example {@code pictures/two-foxes.svg}; a file larger than {@link #LARGEST}, or
 *     {@link #LARGEST_RECORDING} in {@code recordings/}, is truncated one byte above the limit, so that the check of
 *     its size fails
 */
public record LessonFolder(String name, Map<String, LessonFile> files) {
    public static final String MODULE = "module.yaml";
    public static final String IN_WELSH = "module.cy.yaml";
    public static final String PICTURES = "pictures/";
    public static final String RECORDINGS = "recordings/";
    public static final int LARGEST = 256 * 1024;
    public static final int LARGEST_RECORDING = 3 * 1024 * 1024;
    /** The most characters that a text of a published lesson may have. */
    public static final int LONGEST_TEXT = 4000;

    private static final int MOST_FILES = 200;
    private static final String ROOT = "lessons";

    public LessonFolder {
        files = Map.copyOf(files);
    }

    /** Returns a folder of files that are in memory. */
    public static LessonFolder of(String name, Map<String, byte[]> files) {
        return new LessonFolder(
                name,
                files.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> LessonFile.of(file.getValue()))));
    }

    /** Returns the bytes of a file; none if there is no such file. */
    public byte[] bytes(String file) {
        return Optional.ofNullable(files.get(file)).map(LessonFile::bytes).orElseGet(() -> new byte[0]);
    }

    /** Returns the folder with one file more, or with another content of it. */
    public LessonFolder with(String file, byte[] content) {
        var all = new HashMap<>(files);
        all.put(file, LessonFile.of(content));
        return new LessonFolder(name, all);
    }

    /** Reads a folder; a missing {@code module.yaml} is left to the parser to report. */
    public static LessonFolder of(Path folder) {
        var files = new TreeMap<String, byte[]>();
        add(files, folder, "");
        add(files, folder.resolve("pictures"), PICTURES);
        add(files, folder.resolve("recordings"), RECORDINGS);
        return of(String.valueOf(folder.getFileName()).replaceAll("/$", ""), files);
    }

    /** Returns the lessons packaged with the product, sorted by folder name. */
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
        // No symbolic links: an uploaded folder must not refer to a file outside it.
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
