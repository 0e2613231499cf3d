package uk.thinkuknow.curriculum.drawings;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Checks an SVG against an allow list: shapes, colours and text only, no scripts, links or external references. */
public final class SafeSvg {
    static final String SVG = "http://www.w3.org/2000/svg";
    private static final int MOST_ELEMENTS = 3000;
    static final int DEEPEST = 40;

    /** Maximum size of a drawing, in bytes. */
    public static final int LARGEST = 32 * 1024;

    static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask");
    static final Set<String> ATTRIBUTES =
            Set.of(("id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-rule "
                            + "fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray "
                            + "stroke-dashoffset stroke-miterlimit stroke-opacity opacity color offset stop-color "
                            + "stop-opacity gradientUnits gradientTransform spreadMethod clip-path clip-rule "
                            + "clipPathUnits mask maskUnits maskContentUnits text-anchor font-size font-weight "
                            + "font-family dominant-baseline role aria-hidden aria-label focusable version "
                            + "preserveAspectRatio xml:space")
                    .split(" "));
    static final Pattern POINTS_ELSEWHERE = Pattern.compile("(?i)url\\s*\\(\\s*(?!#[\\w-]+\\s*\\))|javascript:|\\\\");

    private SafeSvg() {}

    /** Returns the reasons why a drawing cannot be shown, as sentences without a subject; empty if it can. */
    public static List<Remark> problems(byte[] bytes) {
        var found = new LinkedHashSet<Remark>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // A drawing may be embedded in an HTML page, and HTML parses CDATA sections and comments differently from
            // XML.
            if (text.contains("<![CDATA[")) {
                found.add(Remark.of("drawings.hasWordsInCdataWrite"));
            }
            walk(reader(text), found);
        } catch (CharacterCodingException e) {
            found.add(Remark.of("drawings.isNotUtfTextSave"));
        } catch (XMLStreamException e) {
            found.add(Remark.of(
                    "drawings.isNotAWellFormed",
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber())));
        }
        return List.copyOf(found);
    }

    /** Returns an XML reader without DTD, external entities or network access. */
    static XMLStreamReader reader(String text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory.createXMLStreamReader(new StringReader(text));
    }

    private static void walk(XMLStreamReader xml, Set<Remark> found) throws XMLStreamException {
        var encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            found.add(Remark.of("drawings.saysItIsWrittenIn"));
        }
        int elements = 0;
        int depth = 0;
        int maskAt = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
                        found.add(Remark.of("drawings.hasTooManyPartsAt", MOST_ELEMENTS, DEEPEST));
                        return;
                    }
                    boolean mask = Set.of("mask", "clipPath").contains(xml.getLocalName());
                    maskAt = maskAt == 0 && mask ? depth : maskAt;
                    element(xml, depth, maskAt > 0, found);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    maskAt = maskAt == depth ? 0 : maskAt;
                    depth--;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    found.add(Remark.of("drawings.hasADocumentTypeOr"));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    found.add(Remark.of("drawings.hasAProcessingInstructionTake"));
                case XMLStreamConstants.COMMENT -> {
                    if (xml.getText().contains("<") || xml.getText().contains(">")) {
                        found.add(Remark.of("drawings.hasACommentWithOr"));
                    }
                }
                default -> {}
            }
        }
    }

    private static void element(XMLStreamReader xml, int depth, boolean masked, Set<Remark> found) {
        var name = xml.getLocalName();
        if (depth == 1 && (!name.equals("svg") || xml.getAttributeValue(null, "viewBox") == null)) {
            found.add(Remark.of("drawings.mustBeginWithSvgAnd"));
        }
        if (!SVG.equals(xml.getNamespaceURI())) {
            found.add(Remark.of("drawings.mustBeInTheNamespace", SVG));
        } else if (!ELEMENTS.contains(name)) {
            found.add(Remark.of("drawings.hasWhichAPlainDrawing", shortened(name)));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var prefix = xml.getAttributePrefix(i);
            var attribute = prefix == null || prefix.isEmpty()
                    ? xml.getAttributeLocalName(i)
                    : prefix + ":" + xml.getAttributeLocalName(i);
            if (!ATTRIBUTES.contains(attribute)) {
                found.add(Remark.of("drawings.hasTheAttributeWhichA", shortened(attribute)));
            } else if (POINTS_ELSEWHERE.matcher(xml.getAttributeValue(i)).find()) {
                found.add(Remark.of("drawings.pointsElsewhereInOnlyUrl", attribute));
            } else if (masked && (attribute.equals("mask") || attribute.equals("clip-path"))) {
                found.add(Remark.of("drawings.hasAMaskInsideA"));
            }
        }
    }

    static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 39) + "…" : name;
    }
}
