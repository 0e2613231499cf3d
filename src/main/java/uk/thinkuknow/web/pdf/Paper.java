package uk.thinkuknow.web.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes a PDF of a template: tagged for screen readers, with its type inside, and nothing fetched from anywhere but the
 * product's own files.
 *
 * <p>A template for paper is well-formed XHTML with a title and {@code lang}, takes its style from
 * {@code asset:css/….css}, and shows a picture card by {@code {paper:card(drawing)}} and a QR code by
 * {@code {paper:qr(text)}} as the {@code src} of an image that has a text. Words of a drawing are {@code {paper:outline(…)}}.
 */
@Singleton
public class Paper {
    private static final String ATKINSON = "Atkinson";
    private static final String MORE_LETTERS = "Atkinson More";
    private static final String ANDIKA = "Andika";
    private static final String MORE_ANDIKA = "Andika More";
    private static final List<Face> FACES = List.of(
            new Face(ATKINSON, 400, "atkinson-hyperlegible-next-latin-400-normal"),
            new Face(ATKINSON, 700, "atkinson-hyperlegible-next-latin-700-normal"),
            new Face(MORE_LETTERS, 400, "atkinson-hyperlegible-next-latin-ext-400-normal"),
            new Face(MORE_LETTERS, 700, "atkinson-hyperlegible-next-latin-ext-700-normal"),
            new Face(ANDIKA, 400, "andika-latin-400-normal"),
            new Face(ANDIKA, 700, "andika-latin-700-normal"),
            new Face(MORE_ANDIKA, 400, "andika-latin-ext-400-normal"),
            new Face(MORE_ANDIKA, 700, "andika-latin-ext-700-normal"));

    private static final String UNNUMBERED = "<style>@page { @bottom-right { content: none } }</style></head>";

    private final PaperPictures pictures;

    /** Drawing keeps a processor busy for a second or more: many at once would only take memory, and be no sooner done. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    Paper(PaperPictures pictures) {
        this.pictures = pictures;
        XRLog.setLoggingEnabled(false);
    }

    /** Pages of a template, with drawings of the caller's own that they show: a part of a pack. */
    public record Sheets(TemplateInstance page, Map<String, byte[]> drawings) {
        public Sheets(TemplateInstance page) {
            this(page, Map.of());
        }
    }

    /** Several as one PDF, whose pages are numbered from its first to its last. */
    public byte[] pack(List<Sheets> parts) {
        var made = parts.stream()
                .map(part -> pdf(part.page().render().replace("</head>", UNNUMBERED), part.drawings()))
                .toList();
        return PageNumbers.joined(made, document -> font(document, FACES.getFirst()));
    }

    /** The template as a PDF. */
    public byte[] pdf(TemplateInstance page) {
        return pdf(page, Map.of());
    }

    /** The same, with drawings (SVG) and photographs of the caller's own by their name: {@code <img src="picture:name.svg" alt="…"/>}. */
    public byte[] pdf(TemplateInstance page, Map<String, byte[]> drawings) {
        return pdf(page.render(), drawings);
    }

    private byte[] pdf(String page, Map<String, byte[]> drawings) {
        turns.acquireUninterruptibly();
        try {
            return drawn(dotted(page, drawings), drawings);
        } finally {
            turns.release();
        }
    }

    /** What is not a drawing gets an ending by which it is read as dots. */
    private static String dotted(String page, Map<String, byte[]> pictures) {
        var named = page;
        for (var picture : pictures.entrySet()) {
            if (picture.getValue().length > 0 && picture.getValue()[0] < 0) {
                named = named.replace("picture:" + picture.getKey() + ".svg", "picture:" + picture.getKey() + ".png");
            }
        }
        return named;
    }

    private byte[] drawn(String page, Map<String, byte[]> drawings) {
        var made = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(page, "paper:/")
                .useProtocolsStreamImplementation(pictures, "asset", "card", "qr")
                .useProtocolsStreamImplementation(PaperPictures.of(drawings), "picture")
                .useExternalResourceAccessControl(
                        (address, kind) -> PaperPictures.isOurs(address),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> PaperPictures.isOurs(address),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUnicodeLineBreaker(new LineBreaks())
                .usePdfUaAccessibility(true)
                .withProducer("ThinkUKnow Sessions")
                .toStream(made);
        try (var document = new PDDocument();
                var svg = new BatikSVGDrawer()) {
            for (var face : FACES) {
                builder.useFont(
                        new PDFontSupplier(font(document, face)), face.family(), face.weight(), FontStyle.NORMAL, true);
            }
            builder.usePDDocument(document).useSVGDrawer(svg).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.toByteArray();
    }

    /** The PDF as an answer that a browser opens, or saves under this name, for example {@code cards-5b.pdf}. */
    public Response answer(String fileName, TemplateInstance page) {
        return answer(fileName, pdf(page));
    }

    /** The same of a PDF that is made already. */
    public Response answer(String fileName, byte[] pdf) {
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + safe(fileName) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String safe(String fileName) {
        return fileName.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** Without ligatures: a reader's software would find no letters behind the one sign for "fi". */
    private static PDFont font(PDDocument document, Face face) {
        try {
            return PDType0Font.load(document, type(face.file()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrueTypeFont type(String file) {
        try {
            var type = new TTFParser().parse(new RandomAccessReadBuffer(open(file)));
            type.setEnableGsub(false);
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        var stream = Paper.class.getResourceAsStream("/paper/fonts/" + file + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("no such type: " + file);
        }
        return stream;
    }

    private record Face(String family, int weight, String file) {}
}
