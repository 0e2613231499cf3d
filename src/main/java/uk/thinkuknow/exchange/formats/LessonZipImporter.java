package uk.thinkuknow.exchange.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.curriculum.files.RecordingCheck;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.exchange.content.ImportLine;
import uk.thinkuknow.exchange.content.ImportReport;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.UniqueKeys;

/**
 * Imports a zip of one of our own lessons. Its files are taken over byte for byte, except those that a lesson may not
 * have.
 */
final class LessonZipImporter {
    private static final Pattern KEY =
            Pattern.compile("(?m)^key:\\s*[\"']?([a-z0-9]++(?:-[a-z0-9]++)*+)[\"']?\\s*(?:#.*)?$");
    private static final Pattern FILE = Pattern.compile(
            "module(\\.cy)?\\.yaml|pictures/([a-z0-9-]+\\.(svg|png|jpg)|LICENCES\\.txt)|recordings/[A-Za-z0-9._-]+\\.(mp4|m4a|mp3|wav|vtt|txt)");

    private LessonZipImporter() {}

    static boolean isOne(Map<String, byte[]> files) {
        return files.keySet().stream().anyMatch(LessonZipImporter::isModule);
    }

    static ImportResult read(String fileName, SortedMap<String, byte[]> files) {
        var modules =
                files.keySet().stream().filter(LessonZipImporter::isModule).toList();
        if (modules.size() > 1) {
            throw new Refused("formats.theArchiveHoldsLessonsBring", modules.size());
        }
        var module = modules.getFirst();
        var folder = module.substring(0, module.length() - LessonFolder.MODULE.length());
        var taken = new HashMap<String, byte[]>();
        var lines = new ArrayList<ImportLine>();
        files.forEach((path, bytes) -> {
            var name = path.startsWith(folder) ? path.substring(folder.length()) : "";
            var trouble = trouble(name, bytes);
            try {
                if (trouble.isEmpty()) {
                    taken.put(name, withoutMetadata(name, bytes));
                } else {
                    lines.add(new ImportLine(path, "", trouble, List.of()));
                }
            } catch (Refused e) {
                lines.add(new ImportLine(path, "", e.why(), List.of()));
            }
        });
        if (!taken.containsKey(LessonFolder.MODULE)) {
            throw new Refused(
                    "formats.theFile", module, trouble(LessonFolder.MODULE, files.getOrDefault(module, new byte[0])));
        }
        taken.keySet().stream().sorted().forEach(name -> lines.add(new ImportLine(name, "file", "", List.of())));
        var key = key(fileName, folder, taken);
        return new ImportResult.ImportedLesson(
                LessonFolder.of(key, taken),
                new ImportReport(Words.of("formats.lessonOfThinkuknowSessions"), lines, List.of()));
    }

    /**
     * Makes a photograph that says more than it shows again; every other file stays byte for byte.
     *
     * @throws Refused if it cannot be made again, or not as a picture of the same kind
     */
    private static byte[] withoutMetadata(String name, byte[] bytes) {
        if (!isPhoto(name) || !Raster.hasMetadata(bytes)) {
            return bytes;
        }
        var made = Raster.reencoded(bytes);
        if (!name.endsWith(Raster.ending(made))) {
            throw new Refused("drawings.cannotBeMadeSmallEnough");
        }
        return made;
    }

    private static boolean isPhoto(String name) {
        return name.endsWith(".png") || name.endsWith(".jpg");
    }

    private static boolean isModule(String path) {
        return path.equals(LessonFolder.MODULE) || path.matches("[^/]+/module\\.yaml");
    }

    private static String trouble(String name, byte[] bytes) {
        if (!FILE.matcher(name).matches()) {
            return Words.of("formats.isNoFileOfA");
        }
        boolean recording = name.startsWith(LessonFolder.RECORDINGS) && !name.endsWith(".txt");
        int largest = recording ? LessonFolder.LARGEST_RECORDING : LessonFolder.LARGEST;
        if (bytes.length > largest) {
            return Words.of("formats.isLargerThanKb", largest / 1024);
        }
        if (isPhoto(name) && !Raster.isPicture(bytes)) {
            return Words.of("formats.isNoPhoto");
        }
        if (recording) {
            return RecordingCheck.problem(name, bytes).map(Remark::words).orElse("");
        }
        return name.endsWith(".svg")
                ? SafeSvg.problems(bytes).stream().map(Remark::words).collect(Collectors.joining("; "))
                : "";
    }

    /** Takes the key from the module file, or else from the name of the folder or zip; the checks verify it later. */
    private static String key(String fileName, String folder, Map<String, byte[]> files) {
        var module = new String(files.getOrDefault(LessonFolder.MODULE, new byte[0]), StandardCharsets.UTF_8);
        var said = KEY.matcher(module);
        return said.find()
                ? said.group(1)
                : new UniqueKeys().keyFor(folder, fileName.replaceAll("\\.[A-Za-z0-9]+$", ""));
    }
}
