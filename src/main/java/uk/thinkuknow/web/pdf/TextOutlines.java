package uk.thinkuknow.web.pdf;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Converts the text of a drawing to SVG outlines in the product's own font. If a drawing named a font, the PDF would
 * use the machine's font of that name, if any. Screen readers read the image's alternative text.
 */
final class TextOutlines {
    private static final TrueTypeFont REGULAR = PdfRenderer.type("atkinson-hyperlegible-next-latin-400-normal");
    private static final TrueTypeFont BOLD = PdfRenderer.type("atkinson-hyperlegible-next-latin-700-normal");

    private final TrueTypeFont type;
    private final double scale;
    private final StringBuilder path = new StringBuilder();
    private double x;

    private TextOutlines(TrueTypeFont type, double size) throws IOException {
        this.type = type;
        this.scale = size / type.getUnitsPerEm();
    }

    /**
     * The text as SVG path data in the drawing's units, with its base line at 0.
     *
     * @param anchor the part at 0: the "start", "middle" or "end" of the text
     */
    static synchronized String of(boolean bold, String words, double size, String anchor) {
        try {
            var outlines = new TextOutlines(bold ? BOLD : REGULAR, size);
            double width = outlines.width(words);
            outlines.x = switch (anchor) {
                case "end" -> -width;
                case "middle" -> -width / 2;
                default -> 0;
            };
            outlines.draw(words);
            return outlines.path.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double width(String words) throws IOException {
        double width = 0;
        for (int letter : words.codePoints().toArray()) {
            width += type.getAdvanceWidth(glyph(letter)) * scale;
        }
        return width;
    }

    private void draw(String words) throws IOException {
        for (int letter : words.codePoints().toArray()) {
            var glyph = type.getGlyph().getGlyph(glyph(letter));
            if (glyph != null) {
                draw(glyph.getPath().getPathIterator(null));
            }
            x += type.getAdvanceWidth(glyph(letter)) * scale;
        }
    }

    private int glyph(int letter) throws IOException {
        return type.getUnicodeCmapLookup().getGlyphId(letter);
    }

    private void draw(PathIterator at) {
        var points = new double[6];
        for (; !at.isDone(); at.next()) {
            switch (at.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> add('M', points, 1);
                case PathIterator.SEG_LINETO -> add('L', points, 1);
                case PathIterator.SEG_QUADTO -> add('Q', points, 2);
                case PathIterator.SEG_CUBICTO -> add('C', points, 3);
                default -> path.append('Z');
            }
        }
    }

    private void add(char letter, double[] points, int pairs) {
        path.append(letter);
        for (int i = 0; i < pairs; i++) {
            path.append(String.format(
                    Locale.ROOT,
                    i == 0 ? "%.2f %.2f" : " %.2f %.2f",
                    x + points[2 * i] * scale,
                    -points[2 * i + 1] * scale));
        }
    }
}
