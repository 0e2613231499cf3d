package uk.thinkuknow.curriculum.drawings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * A node of an uploaded SVG as parsed: an element or text, limited in size and depth but not yet checked for safety.
 */
sealed interface SvgNode {
    int LARGEST = LessonFolder.LARGEST;
    int MOST_PARTS = 10_000;

    /** Text inside an element. */
    record SvgText(String text) implements SvgNode {}

    /**
     * An element.
     *
     * @param name the local name, with a leading colon if it is not in SVG's namespace
     */
    record Part(String name, Map<String, String> settings, List<SvgNode> inside) implements SvgNode {
        String text() {
            var text = new StringBuilder();
            for (var node : inside) {
                if (node instanceof SvgText words) {
                    text.append(words.text());
                }
            }
            return text.toString();
        }

        List<Part> parts() {
            return inside.stream()
                    .filter(Part.class::isInstance)
                    .map(Part.class::cast)
                    .toList();
        }
    }

    /**
     * Parses a file and returns its root element.
     *
     * @param leftOut receives, in words, the parts that are ignored: a document type, processing instructions
     * @throws Refused if the file is no SVG, is too large or too deep, or has entities
     */
    static Part read(byte[] bytes, Set<String> leftOut) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            throw new Refused("drawings.isAPackedDrawingSvgz");
        }
        if (bytes.length > LARGEST) {
            throw new Refused("drawings.isLargerThanKbMakeThe", LARGEST / 1024);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.contains("<!ENTITY")) {
                throw new Refused("drawings.hasEntitiesEntityWhichAre");
            }
            var root = tree(SafeSvg.reader(text.startsWith("\uFEFF") ? text.substring(1) : text), leftOut);
            if (!root.name().equals("svg")) {
                throw new Refused(
                        "drawings.isNoSvgDrawingIt",
                        SafeSvg.shortened(root.name().replaceFirst("^:", "")),
                        SafeSvg.SVG);
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new Refused("drawings.isNotUtfTextSaveIt");
        } catch (XMLStreamException e) {
            throw new Refused(
                    "drawings.isNoWellFormedSvg",
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
        }
    }

    private static Part tree(XMLStreamReader xml, Set<String> leftOut) throws XMLStreamException {
        var open = new ArrayDeque<Part>();
        Part root = null;
        int parts = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++parts > MOST_PARTS || open.size() >= SafeSvg.DEEPEST) {
                        throw new Refused("drawings.hasTooManyPartsOr");
                    }
                    var part = new Part(name(xml), settings(xml), new ArrayList<>());
                    var parent = open.peek();
                    if (parent != null) {
                        parent.inside().add(part);
                    } else {
                        root = part;
                    }
                    open.push(part);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> words(open.peek(), xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refused("drawings.hasAnEntityWhichIs", SafeSvg.shortened(xml.getLocalName()));
                case XMLStreamConstants.DTD -> leftOut.add(Words.of("drawings.aDocumentType"));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    leftOut.add(Words.of("drawings.anInstructionToAProgramme"));
                default -> {}
            }
        }
        if (root == null) {
            throw new Refused("is empty.");
        }
        return root;
    }

    private static void words(@Nullable Part parent, String text) {
        if (parent != null) {
            parent.inside().add(new SvgText(text));
        }
    }

    private static String name(XMLStreamReader xml) {
        return SafeSvg.SVG.equals(xml.getNamespaceURI()) ? xml.getLocalName() : ":" + xml.getLocalName();
    }

    private static Map<String, String> settings(XMLStreamReader xml) {
        var settings = new LinkedHashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var prefix = xml.getAttributePrefix(i);
            var name = xml.getAttributeLocalName(i);
            boolean bare = prefix == null || prefix.isEmpty() || name.equals("href");
            settings.put(bare ? name : prefix + ":" + name, xml.getAttributeValue(i));
        }
        return settings;
    }
}
