package uk.thinkuknow.exchange.qti;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.PartCount;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.XmlElement;
import uk.thinkuknow.exchange.content.XmlReader;

/** Imports QTI 2 or 3: a package with manifest, test and items, a zip of items, or one XML file. */
public final class QtiImporter {
    private static final String LIST = "imsmanifest.xml";
    private static final Set<String> ROOTS =
            Set.of("assessment-item", "assessment-test", "assessment-section", "assessment-stimulus");
    static final String ASKED_TWICE = "before-and-after";

    private final SortedMap<String, byte[]> files;
    private final Map<String, XmlElement> read = new LinkedHashMap<>();
    private final PartCount parts = new PartCount();
    private final Set<String> done = new HashSet<>();
    private final LessonBuilder draft;
    private String section = "";

    private QtiImporter(SortedMap<String, byte[]> files, LessonBuilder draft) {
        this.files = files;
        this.draft = draft;
    }

    /** Returns whether a zip has a manifest, as QTI packages have, or holds QTI items. */
    public static boolean isOne(SortedMap<String, byte[]> files) {
        return files.keySet().stream().anyMatch(path -> path.endsWith(LIST))
                || files.entrySet().stream().anyMatch(file -> isItem(file.getKey(), file.getValue()));
    }

    public static boolean isOne(XmlElement root) {
        return ROOTS.contains(root.name());
    }

    private static boolean isItem(String path, byte[] bytes) {
        if (!path.endsWith(".xml")) {
            return false;
        }
        var start = new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.UTF_8);
        return start.contains("assessmentItem") || start.contains("qti-assessment-item");
    }

    /**
     * Reads one XML file with an item or a test.
     *
     * @throws Refused if the file holds only a text that questions refer to
     */
    public static ImportResult readXml(String fileName, XmlElement root) {
        var files = new TreeMap<String, byte[]>();
        var draft = new LessonBuilder(version(root), root.attribute("title"));
        var reading = new QtiImporter(files, draft);
        reading.read.put("", root);
        if (root.is("assessment-item")) {
            reading.item("", root);
        } else if (root.is("assessment-stimulus")) {
            throw new Refused("qti.thisFileIsOnlyA");
        } else {
            reading.test("", root);
        }
        return draft.result(fileName);
    }

    /**
     * Reads the tests of the package first, in their order, and then every other item.
     *
     * @throws Refused if the package holds QTI 1.2 or SCORM
     */
    public static ImportResult read(String fileName, SortedMap<String, byte[]> files) {
        var list = files.keySet().stream().filter(path -> path.endsWith(LIST)).findFirst();
        var manifest = list.map(path -> XmlReader.read(files.getOrDefault(path, new byte[0])));
        manifest.ifPresent(QtiImporter::mustHaveItems);
        var first = files.entrySet().stream()
                .filter(file -> isItem(file.getKey(), file.getValue()))
                .findFirst();
        var version = first.map(file -> version(file.getValue())).orElse("QTI");
        var draft = new LessonBuilder(version + " package", "");
        var reading = new QtiImporter(files, draft);
        var base = list.map(QtiImporter::folder).orElse("");
        manifest.ifPresent(element -> QtiMetadata.read(element, draft));
        manifest.ifPresent(element -> reading.resources(base, element));
        files.keySet().stream()
                .filter(path -> isItem(path, files.getOrDefault(path, new byte[0])))
                .forEach(reading::item);
        return draft.result(fileName);
    }

    private static void mustHaveItems(XmlElement manifest) {
        var types = manifest.descendants("resource").stream()
                .map(resource -> resource.attribute("type"))
                .toList();
        if (types.stream().anyMatch(type -> type.startsWith("imsqti_") && !type.contains("v1p"))) {
            return;
        }
        if (types.stream().anyMatch(type -> type.contains("imsqti") || type.contains("qtiasiv1"))) {
            throw new Refused("qti.theseQuestionsAreInQti");
        }
        if (manifest.descendants("resource").stream()
                .anyMatch(resource -> !resource.attribute("scormtype").isEmpty()
                        || !resource.attribute("scorm-type").isEmpty())) {
            throw new Refused("qti.aScormPackageShowsIts");
        }
    }

    private void resources(String base, XmlElement manifest) {
        var resources = manifest.descendants("resource");
        resources.stream()
                .filter(resource -> resource.attribute("type").startsWith("imsqti_test")
                        || resource.attribute("type").startsWith("imsqti_assessment"))
                .forEach(resource -> test(resolved(base, href(resource))));
        resources.stream()
                .filter(resource -> resource.attribute("type").startsWith("imsqti_item"))
                .forEach(resource -> item(resolved(base, href(resource))));
    }

    private static String href(XmlElement resource) {
        var href = resource.attribute("href");
        return href.isEmpty()
                ? resource.child("file").map(file -> file.attribute("href")).orElse("")
                : href;
    }

    private void test(String path) {
        var root = parsed(path);
        if (root != null && (root.is("assessment-test") || root.is("assessment-section")) && done.add(path)) {
            test(path, root);
        }
    }

    private void test(String path, XmlElement test) {
        if (draft.about().title().isEmpty()) {
            draft.title(RichTextReader.oneLine(test.attribute("title")));
        }
        parts(path, test);
        test.children("test-feedback")
                .forEach(told -> draft.ending(RichText.of(told).markdown()));
    }

    private void parts(String path, XmlElement part) {
        for (var child : part.children()) {
            switch (child.name()) {
                case "test-part", "assessment-section" -> {
                    var around = section;
                    section = child.attribute("identifier");
                    parts(path, child);
                    section = around;
                }
                case "assessment-section-ref" -> test(resolved(folder(path), child.attribute("href")));
                case "assessment-item-ref" -> itemRef(path, child);
                case "assessment-item" -> item(path, child);
                case "rubric-block" -> rubric(child, part);
                case "selection", "ordering" -> {
                    if (child.is("selection") || child.attribute("shuffle").equals("true")) {
                        draft.note(Words.of("qti.theTestDrawsOrMixes"));
                    }
                }
                case "branch-rule", "pre-condition" -> draft.note(Words.of("qti.theTestLeavesItemsOut"));
                case "time-limits" -> draft.note(Words.of("qti.theTestHasATime"));
                default -> {}
            }
        }
    }

    private void itemRef(String path, XmlElement ref) {
        var item = resolved(folder(path), ref.attribute("href"));
        if (files.containsKey(item)) {
            item(item);
        } else {
            draft.reportLeftOut(ref.attribute("identifier"), Words.of("qti.itsFileIsNotThere", ref.attribute("href")));
        }
    }

    /** Adds a section's introduction as a step, or to the teacher notes if it is not for children. */
    private void rubric(XmlElement rubric, XmlElement part) {
        var words = RichText.of(rubric);
        if (!QtiText.isForChildren(rubric)) {
            draft.teacherNotes(words.markdown());
        } else if (!words.isEmpty()) {
            text(words, "", part, Words.of("qti.textOfTheTest"));
        }
    }

    private void item(String path) {
        if (!path.isEmpty() && done.contains(path)) {
            return;
        }
        try {
            var root = parsed(path);
            if (root != null && root.is("assessment-item")) {
                item(path, root);
            }
        } catch (Refused e) {
            done.add(path);
            draft.reportLeftOut(path, e.why());
        }
    }

    private void item(String path, XmlElement root) {
        done.add(path);
        stimuli(path, root);
        new QtiItemReader(draft, root, media(folder(path)), section.equals(ASKED_TWICE)).read(path);
    }

    /** Adds a text that several items share once, before the first of them. */
    private void stimuli(String path, XmlElement item) {
        for (var ref : item.descendants("assessment-stimulus-ref")) {
            var stimulus = resolved(folder(path), ref.attribute("href"));
            var root = done.contains(stimulus) ? null : parsed(stimulus);
            if (root != null && done.add(stimulus)) {
                text(RichText.of(root.child("stimulus-body").orElse(root)), folder(stimulus), root, stimulus);
            }
        }
    }

    /**
     * Adds a step that only shows text.
     *
     * @param folder the folder of its pictures
     * @param part the element that gives its title
     * @param otherwise its name in the report if there is no title
     */
    private void text(RichText words, String folder, XmlElement part, String otherwise) {
        var lost = new LinkedHashSet<>(words.lost());
        var title = RichTextReader.oneLine(part.attribute("title"));
        var picture = media(folder).first(draft, words, lost);
        draft.add(new Step.Read(draft.stepKey(title, "read"), title, words.markdown(), picture, ""));
        draft.reportTaken(title.isEmpty() ? otherwise : title, "read", lost);
    }

    private @Nullable XmlElement parsed(String path) {
        var bytes = files.get(path);
        return bytes == null ? read.get(path) : read.computeIfAbsent(path, any -> XmlReader.read(bytes, parts));
    }

    private PictureFinder media(String folder) {
        return source -> files.get(resolved(folder, source));
    }

    static String version(XmlElement root) {
        var namespace = root.attribute("xmlns");
        return namespace.contains("v3p")
                ? "QTI 3.0"
                : namespace.contains("v2p2")
                        ? "QTI 2.2"
                        : namespace.contains("v2p1") ? "QTI 2.1" : namespace.contains("v2p0") ? "QTI 2.0" : "QTI";
    }

    private static String version(byte[] item) {
        try {
            return version(XmlReader.read(item));
        } catch (Refused e) {
            return "QTI";
        }
    }

    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns the path in the archive that an address leads to; empty if it leads outside. */
    public static String resolved(String folder, String href) {
        var plain = href.replaceAll("[?#].*", "");
        try {
            plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A literal percent sign.
        }
        var way = new ArrayDeque<String>();
        for (var part : (plain.startsWith("/") ? plain : folder + plain).split("/")) {
            if (part.equals("..") && way.pollLast() == null) {
                return "";
            } else if (!part.equals("..") && !part.equals(".") && !part.isEmpty()) {
                way.add(part);
            }
        }
        return String.join("/", way);
    }
}
