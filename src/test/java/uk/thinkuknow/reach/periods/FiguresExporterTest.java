package uk.thinkuknow.reach.periods;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import uk.thinkuknow.web.TableExporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that in exported spreadsheets numbers are numbers and dates are dates, and that no name is a formula there or
 * in CSV files.
 */
class FiguresExporterTest {
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://evil.example/\",\"North\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "of:=1+1",
            "\t=1+1",
            "{=1}",
            "0042",
            "1e9");

    @Test
    void everyNameIsTextAndNoCellIsAFormula() throws Exception {
        for (var name : HOSTILE) {
            var document = content(name);
            var all = document.getElementsByTagNameNS("*", "*");
            for (int i = 0; i < all.getLength(); i++) {
                var element = (Element) all.item(i);
                assertFalse(element.hasAttributeNS(TABLE, "formula"), name);
                assertFalse(element.getLocalName().equals("a"), "no link is made of " + name);
            }
            var cell = cells(document, "By region").get(1).get(1);
            assertEquals("string", cell.getAttributeNS(OFFICE, "value-type"), name);
            assertEquals(name.strip(), cell.getTextContent().strip());
            var csv = FiguresExporter.csv(ShownFigures.whole(GivenFigures.ofOneRegion(name)));
            var quoted = csv.lines().skip(2).findFirst().orElseThrow().split(",", 3)[2];
            if ("=+-@\t".indexOf(name.charAt(0)) >= 0) {
                assertTrue(quoted.matches("^\"?'.*"), quoted);
            }
        }
    }

    @Test
    void noTextOfAnotherTableIsAFormula() throws Exception {
        for (var name : HOSTILE) {
            var sheet = new TableExporter.Sheet("Places", List.of("place"), List.of(List.of(name)));
            var document = contentOf(
                    (byte[]) TableExporter.ods("places.ods", List.of(sheet)).getEntity());
            var cell = cells(document, "Places").get(1).getFirst();
            assertEquals("string", cell.getAttributeNS(OFFICE, "value-type"), name);
            assertFalse(cell.hasAttributeNS(TABLE, "formula"), name);
        }
    }

    @Test
    void numbersAreNumberCellsAndDaysAreDateCells() throws Exception {
        var document = content("North");
        var row = cells(document, "By region").get(1);
        for (int i = 2; i < row.size(); i++) {
            assertEquals("float", row.get(i).getAttributeNS(OFFICE, "value-type"));
        }
        assertEquals(12, Double.parseDouble(row.get(3).getAttributeNS(OFFICE, "value")));
        var week = cells(document, "By week").get(1);
        assertEquals("date", week.getFirst().getAttributeNS(OFFICE, "value-type"));
        assertEquals("2025-11-03", week.getFirst().getAttributeNS(OFFICE, "date-value"));
        var about = facts(document);
        assertEquals("date", about.get("Asat(UTC)").getAttributeNS(OFFICE, "value-type"));
        assertTrue(about.get("Asat(UTC)").getAttributeNS(OFFICE, "date-value").startsWith("2026-10-01T06:00"));
        assertEquals("string", about.get("SHA-256ofthefigures").getAttributeNS(OFFICE, "value-type"));
        var asked = cells(document, "Checked by chance");
        assertEquals(4, Double.parseDouble(asked.getFirst().get(1).getAttributeNS(OFFICE, "value")));
        assertEquals(-4, Double.parseDouble(asked.get(6).get(1).getAttributeNS(OFFICE, "value")));
        var byRisk = cells(document, "Checked by risk");
        assertEquals(5, byRisk.size(), "no difference in percent");
        assertEquals(3, Double.parseDouble(byRisk.getFirst().get(1).getAttributeNS(OFFICE, "value")));
        var trained = cells(document, "Professionals").get(2);
        assertEquals("7.0", String.valueOf(Double.parseDouble(trained.get(3).getAttributeNS(OFFICE, "value"))));
    }

    private static Document content(String name) throws Exception {
        return contentOf(FiguresExporter.ods(ShownFigures.whole(GivenFigures.ofOneRegion(name)), "1e5"));
    }

    private static Document contentOf(byte[] bytes) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var entry = zip.getNextEntry();
            while (!entry.getName().equals("content.xml")) {
                entry = zip.getNextEntry();
            }
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
        }
    }

    /** The facts by name without spaces, because the format writes spaces as elements. */
    private static Map<String, Element> facts(Document document) {
        var facts = new HashMap<String, Element>();
        cells(document, "About").stream()
                .filter(row -> row.size() > 1)
                .forEach(row -> facts.put(row.getFirst().getTextContent().replace(" ", ""), row.get(1)));
        return facts;
    }

    private static List<List<Element>> cells(Document document, String sheet) {
        return elements(document.getElementsByTagNameNS(TABLE, "table")).stream()
                .filter(each -> each.getAttributeNS(TABLE, "name").equals(sheet))
                .flatMap(each -> elements(each.getElementsByTagNameNS(TABLE, "table-row")).stream())
                .map(row -> elements(row.getElementsByTagNameNS(TABLE, "table-cell")))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
