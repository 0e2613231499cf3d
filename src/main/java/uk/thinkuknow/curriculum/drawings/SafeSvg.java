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
    public static List<String> problems(byte[] bytes) {
        var found = new LinkedHashSet<String>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // A drawing may be embedded in an HTML page, and HTML parses CDATA sections and comments differently from
            // XML.
            if (text.contains("<![CDATA[")) {
                found.add("has words in <![CDATA[…]]>: write them plainly");
            }
            walk(reader(text), found);
        } catch (CharacterCodingException e) {
            found.add("is not UTF-8 text: save it again as UTF-8");
        } catch (XMLStreamException e) {
            found.add("is not a well-formed SVG, near line "
                    + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
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

    private static void walk(XMLStreamReader xml, Set<String> found) throws XMLStreamException {
        var encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            found.add("says it is written in another encoding than UTF-8");
        }
        int elements = 0;
        int depth = 0;
        int maskAt = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
                        found.add("has too many parts: at most " + MOST_ELEMENTS + ", one in another " + DEEPEST
                                + " deep");
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
                    found.add("has a document type or an entity: take it out");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    found.add("has a processing instruction: take it out");
                case XMLStreamConstants.COMMENT -> {
                    if (xml.getText().contains("<") || xml.getText().contains(">")) {
                        found.add("has a comment with < or > in it: take it out");
                    }
                }
                default -> {}
            }
        }
    }

    private static void element(XMLStreamReader xml, int depth, boolean masked, Set<String> found) {
        var name = xml.getLocalName();
        if (depth == 1 && (!name.equals("svg") || xml.getAttributeValue(null, "viewBox") == null)) {
            found.add("must begin with <svg …> and give its viewBox");
        }
        if (!SVG.equals(xml.getNamespaceURI())) {
            found.add("must be in the namespace " + SVG);
        } else if (!ELEMENTS.contains(name)) {
            found.add("has <" + shortened(name) + ">, which a plain drawing does not need: take it out");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var prefix = xml.getAttributePrefix(i);
            var attribute = prefix == null || prefix.isEmpty()
                    ? xml.getAttributeLocalName(i)
                    : prefix + ":" + xml.getAttributeLocalName(i);
            if (!ATTRIBUTES.contains(attribute)) {
                found.add("has the attribute " + shortened(attribute)
                        + ", which a plain drawing does not need: take it out");
            } else if (POINTS_ELSEWHERE.matcher(xml.getAttributeValue(i)).find()) {
                found.add("points elsewhere in " + attribute + ": only url(#…) inside the drawing is allowed");
            } else if (masked && (attribute.equals("mask") || attribute.equals("clip-path"))) {
                found.add("has a mask inside a mask, which makes a browser slow: take it out");
            }
        }
    }

    static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 39) + "…" : name;
    }
}
