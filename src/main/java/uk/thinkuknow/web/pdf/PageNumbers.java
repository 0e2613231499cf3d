package uk.thinkuknow.web.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Joins PDFs into one and writes a number such as "3 / 12" on each page, at the place where paper.css puts page
 * numbers.
 */
final class PageNumbers {
    private static final float SIZE = 8;
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float FROM_RIGHT = 10 * MILLIMETRE;
    private static final float FROM_BELOW = 6 * MILLIMETRE;
    private static final Color QUIET = new Color(0x46, 0x56, 0x5d);

    private PageNumbers() {}

    static byte[] joined(List<byte[]> parts, Function<PDDocument, PDFont> font) {
        var numbered = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(merged(parts))) {
            var type = font.apply(document);
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                write(document, document.getPage(i), (i + 1) + " / " + pages, type);
            }
            document.save(numbered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbered.toByteArray();
    }

    private static byte[] merged(List<byte[]> parts) throws IOException {
        var joined = new ByteArrayOutputStream();
        var merger = new PDFMergerUtility();
        parts.forEach(part -> merger.addSource(new RandomAccessReadBuffer(part)));
        merger.setDestinationStream(joined);
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        return joined.toByteArray();
    }

    /** Writes a page number, marked as an artifact, so that screen readers skip it. */
    private static void write(PDDocument document, PDPage page, String words, PDFont type) throws IOException {
        float width = type.getStringWidth(words) / 1000 * SIZE;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.beginText();
            content.setFont(type, SIZE);
            content.setNonStrokingColor(QUIET);
            content.newLineAtOffset(page.getMediaBox().getWidth() - FROM_RIGHT - width, FROM_BELOW);
            content.showText(words);
            content.endText();
            content.endMarkedContent();
        }
    }
}
