package uk.thinkuknow.exchange.content;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;

/**
 * Reads an XML file into a tree of elements. Document types with content, and so entities, are refused; nothing is
 * fetched or included; size, depth and parts are limited.
 */
public final class XmlReader {
    private static final int DEEPEST = 80;
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String INCLUDES = "http://www.w3.org/2001/XInclude";
    /** A document type with a name only, which declares no entity and names no other file. */
    private static final Pattern BARE_TYPE = Pattern.compile(
            "\\A[^<]{0,20}(?:<\\?xml[^<>]{0,200}>)?\\s*(?:<!--(?:(?!--)[^<]){0,500}-->\\s*)?<!DOCTYPE\\s+[\\w:.-]{1,60}\\s*>");

    private static final Map<String, String> KNOWN =
            Map.of("nbsp", "\u00A0", "ndash", "–", "mdash", "—", "hellip", "…");

    private XmlReader() {}

    /** Returns whether the content looks like XML; the file's name does not matter. */
    public static boolean isXml(byte[] bytes) {
        int at = 0;
        // Skips blanks, the zeros of UTF-16 and byte order marks, whose bytes are negative numbers in Java.
        while (at < bytes.length && at < 200 && bytes[at] <= ' ') {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    /**
     * Returns the root element.
     *
     * @throws Refused if the file is larger than 20 MB, not well-formed, too deep, has too many parts or a document type
     *     with content
     */
    public static XmlElement read(byte[] bytes) {
        return read(bytes, new PartCount());
    }

    /** Returns the root element of one file of several, whose parts are counted together. */
    public static XmlElement read(byte[] bytes, PartCount parts) {
        if (bytes.length > LARGEST) {
            throw new Refused("content.theFileIsLargerThan", LARGEST / 1024 / 1024);
        }
        try {
            return tree(
                    reader(withoutLeadingBlanks(bytes)),
                    BARE_TYPE.matcher(head(bytes)).find(),
                    parts);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw line > 0 ? new Refused("content.notWellFormedNear", line) : new Refused("content.notWellFormed");
        }
    }

    /** Drops blanks before the first line, which XML does not allow. */
    private static byte[] withoutLeadingBlanks(byte[] bytes) {
        boolean marked = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
        int from = marked ? 3 : 0;
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at == from ? bytes : Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.ISO_8859_1);
    }

    private static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Without this, CDATA sections are reported as ordinary text.
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    private static XmlElement tree(XMLStreamReader xml, boolean bareType, PartCount parts) throws XMLStreamException {
        var open = new ArrayDeque<XmlElement>();
        var text = new StringBuilder();
        XmlElement root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText(text, open.peek());
                    if (open.size() >= DEEPEST) {
                        throw new Refused("content.theFilePutsTooMany");
                    }
                    parts.add(1 + xml.getAttributeCount());
                    var element = new XmlElement(name(xml), attributes(xml, root == null));
                    var parent = open.peek();
                    if (parent != null) {
                        parent.add(element);
                    } else {
                        root = element;
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> endText(text, open.pop());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text.append(xml.getText());
                case XMLStreamConstants.CDATA -> {
                    var parent = open.element();
                    endText(text, parent);
                    parts.add(1);
                    parent.add(new XmlElement.CdataSection(xml.getText()));
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> text.append(KNOWN.getOrDefault(xml.getLocalName(), " "));
                case XMLStreamConstants.DTD -> {
                    if (!bareType) {
                        throw new Refused("content.theFileHasADocument");
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw new Refused("content.theFileIsEmpty");
        }
        return root;
    }

    /** Adds a text as one part; the parser reports a text with entities in pieces. */
    private static void endText(StringBuilder text, @Nullable XmlElement parent) {
        if (parent != null && !text.isEmpty()) {
            parent.add(text.toString());
        }
        text.setLength(0);
    }

    private static String name(XMLStreamReader xml) {
        return INCLUDES.equals(xml.getNamespaceURI()) ? "xinclude" : commonName(xml.getLocalName());
    }

    private static Map<String, String> attributes(XMLStreamReader xml, boolean outermost) {
        var attributes = new LinkedHashMap<String, String>();
        if (outermost && xml.getNamespaceURI() != null) {
            attributes.put("xmlns", xml.getNamespaceURI());
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(commonName(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /**
     * Returns one name for the elements of both QTI versions: {@code simple-choice} for {@code simpleChoice} of QTI 2
     * and {@code qti-simple-choice} of QTI 3.
     */
    private static String commonName(String name) {
        var plain = name.startsWith("qti-") ? name.substring(4) : name;
        return plain.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
