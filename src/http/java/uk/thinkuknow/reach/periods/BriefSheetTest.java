package uk.thinkuknow.reach.periods;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.attendance.check.RiskCheck;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.report.ReachTable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the PDF of a brief for the whole country: one page, tagged, with our own fonts only. */
@QuarkusTest
class BriefSheetTest {
    private static final String CHANGED =
            "Since brief 1 (1 September 2026, 07:00): +1,204 children reached; attendances +2,310, lessons +84."
                    + " Region 3 +1,204. Two schools of Region 3 sent their returns late. ";

    private static final BriefWords.Days DAYS =
            new BriefWords.Days("Autumn term 2025-26", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 4), true, false);

    @Inject
    BriefService briefService;

    @Inject
    FrozenReach reach;

    @Test
    void theBriefOfTheWholeCountryFitsOnOnePage() throws IOException {
        try (var document = Loader.loadPDF(briefService.onPaper(view(), reach.climb(figures())))) {
            assertEquals(1, document.getNumberOfPages());
            var text = new PDFTextStripper().getText(document);
            for (var words : List.of(
                    "Region 12",
                    "Professionals trained",
                    "412",
                    "Assemblies",
                    "What changed.",
                    "picked by chance",
                    "and 412 answers differ",
                    "0.6% fewer",
                    "Rules version 1",
                    "e5".repeat(32))) {
                assertTrue(text.contains(words), words);
            }
        }
    }

    @Test
    void aBriefInWhichMostNumbersAreHiddenFitsOnOnePageAndSaysWhy() throws IOException {
        var hidden = IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(i -> Stream.of("new", "newUpper", "awaiting", "sessions")
                        .map(column -> PublicCells.key("region", "r" + i, column)))
                .collect(Collectors.toSet());
        var shown = new ShownFigures(figures(), hidden, Set.of("total//new"));
        var view = BriefWords.view(shown, DAYS, 2, stamp(CHANGED));
        try (var document = Loader.loadPDF(briefService.onPaper(view, reach.climb(figures())))) {
            assertEquals(1, document.getNumberOfPages());
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains("too few to show"), text);
            assertTrue(text.contains("at least three schools and thirty children"), text);
            assertTrue(text.contains("Some numbers have changed by too little"), text);
        }
    }

    /** The chart shrinks as regions and the text on changes grow. */
    @Test
    void theBriefIsOnePageForOneToTwelveRegionsAndShortOrLongChanges() throws IOException {
        for (int regions : new int[] {1, 3, 4, 5, 7, 8, 10, 12}) {
            for (var changed : new String[] {null, CHANGED, CHANGED.repeat(3)}) {
                var figures = figures(regions);
                try (var document =
                        Loader.loadPDF(briefService.onPaper(view(figures, changed), reach.climb(figures)))) {
                    assertEquals(1, document.getNumberOfPages(), regions + " regions, " + changed);
                }
            }
        }
    }

    @Test
    void thePdfIsTaggedDescribesItsChartInWordsAndEmbedsItsFonts() throws IOException {
        try (var document = Loader.loadPDF(briefService.onPaper(view(), reach.climb(figures())))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            var told = new ArrayList<String>();
            var kinds = new HashSet<String>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), kinds, told);
            assertTrue(kinds.containsAll(Set.of("H1", "H2", "Table", "TH", "TD", "Figure", "P")), kinds.toString());
            assertTrue(told.getFirst().startsWith("The count climbs from 0"), told.toString());
            assertEquals(Set.of("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"), fonts(document));
        }
    }

    private static void walk(PDStructureNode node, Set<String> kinds, List<String> told) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                if ("Figure".equals(element.getStructureType())) {
                    told.add(element.getAlternateDescription());
                }
                walk(element, kinds, told);
            }
        }
    }

    private static Set<String> fonts(PDDocument document) throws IOException {
        var names = new HashSet<String>();
        for (var page : document.getPages()) {
            fonts(page.getResources(), names);
        }
        return names;
    }

    private static void fonts(PDResources resources, Set<String> names) throws IOException {
        for (COSName name : resources.getFontNames()) {
            var font = resources.getFont(name);
            assertTrue(font.isEmbedded(), font.getName());
            names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                fonts(form.getResources(), names);
            }
        }
    }

    private static BriefView view() {
        return view(figures(), CHANGED);
    }

    private static BriefView view(FrozenFigures figures, @Nullable String changed) {
        return BriefWords.view(figures, DAYS, 2, stamp(changed));
    }

    private static BriefView.Stamp stamp(@Nullable String changed) {
        return new BriefView.Stamp(
                "1 October 2026, 07:00",
                "1 October 2026, 07:00",
                1,
                "Mina Castellanos",
                "Meg Tallis",
                "e5".repeat(32),
                changed);
    }

    private static FrozenFigures figures() {
        return figures(12);
    }

    private static FrozenFigures figures(int regions) {
        return new FrozenFigures(
                3,
                "2025-26-autumn",
                Instant.parse("2026-10-01T06:00:00Z"),
                1,
                // more reached than new, so that the brief states both figures
                row("total", "United Kingdom", 276_642, 316_642),
                Map.of(
                        "region",
                        IntStream.rangeClosed(1, regions)
                                .mapToObj(i -> row("r" + i, "Region " + i, 20_000 + i))
                                .toList(),
                        "band",
                        List.of(
                                row("4-7", "4-7", 60_000),
                                row("8-10", "8-10", 90_000),
                                row("11-13", "11-13", 80_000),
                                row("14-18", "14-18", 46_642))),
                4_210,
                // the last week ends at the headline
                IntStream.rangeClosed(0, 16)
                        .mapToObj(i -> new FrozenFigures.Week(
                                LocalDate.of(2025, 9, 1).plusWeeks(i),
                                16_273,
                                16_273 * (i + 1) + i / 16,
                                17_000 * (i + 1)))
                        .toList(),
                new FrozenFigures.Quality(260_000, 12_000, 9_000),
                Map.of("assembly", 41_200, "parents", 3_120, "staff", 1_840, "professionals", 220),
                new FrozenFigures.Trained(412, 500, List.of()),
                new FigureCheck(5_640, 12, 4_480, 121_300, 120_570, 0.21, new RiskCheck(4_100, 30, 3_320, 412)));
    }

    private static ReachTable.Row row(String key, String name, int children) {
        return row(key, name, children, children);
    }

    private static ReachTable.Row row(String key, String name, int children, int reach) {
        return new ReachTable.Row(
                key,
                name,
                children + 5_000,
                children,
                children - 50,
                children + 900,
                reach,
                reach + 900,
                reach - 80,
                2 * children,
                900,
                31,
                3,
                71);
    }
}
