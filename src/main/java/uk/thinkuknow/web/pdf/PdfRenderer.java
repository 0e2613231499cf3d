package uk.thinkuknow.web.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import uk.thinkuknow.common.InvisibleCharacters;
import uk.thinkuknow.common.Sha256;

/**
 * Renders templates as PDF: tagged for screen readers, with embedded fonts, and with only the product's own files
 * fetched.
 *
 * <p>A template for paper is well-formed XHTML with a title and {@code lang}, and takes its style from {@code
 * asset:css/….css}. It shows a picture card with {@code {paper:card(drawing)}} and a QR code with {@code
 * {paper:qr(text)}}, as the {@code src} of an image with alternative text. Text in a drawing is {@code
 * {paper:outline(…)}}.
 */
@Singleton
public class PdfRenderer {
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

    private static final int WAITING_AT_MOST = 20;
    private static final int CERTIFICATES_KEPT = 100;

    private final PdfPictures pictures;

    /** PDFs that strangers may ask for, by the hash of their page, so that a page that changes is rendered again. */
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    /** Rendering keeps a processor busy for a second or more, so more at once would use memory and finish no sooner. */
    final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** How long a page waits for its turn. */
    Duration patience = Duration.ofSeconds(30);

    /** For those who have a turn or wait for one. More who wait would take the threads of all pages. */
    final Semaphore places = new Semaphore(WAITING_AT_MOST + turns.availablePermits());

    PdfRenderer(PdfPictures pictures) {
        this.pictures = pictures;
        XRLog.setLoggingEnabled(false);
    }

    /** A template and the drawings it shows; one part of a pack. */
    public record PdfPart(TemplateInstance page, Map<String, byte[]> drawings) {
        public PdfPart(TemplateInstance page) {
            this(page, Map.of());
        }
    }

    /** Renders several parts as one PDF with page numbers throughout. */
    public byte[] pack(List<PdfPart> parts) {
        var made = parts.stream()
                .map(part -> pdf(part.page().render().replace("</head>", UNNUMBERED), part.drawings()))
                .toList();
        return PageNumbers.joined(made, document -> font(document, FACES.getFirst()));
    }

    /** Renders a template as a PDF. */
    public byte[] pdf(TemplateInstance page) {
        return pdf(page, Map.of());
    }

    /**
     * Renders a template as a PDF, with the caller's own drawings (SVG) and photographs by name: {@code <img
     * src="picture:name.svg" alt="…"/>}.
     */
    public byte[] pdf(TemplateInstance page, Map<String, byte[]> drawings) {
        return pdf(page.render(), drawings);
    }

    /** Renders a template as a PDF, or finds the one that was rendered from the same page. */
    public byte[] keptPdf(TemplateInstance page) {
        var html = page.render();
        var key = Sha256.hex(html);
        var found = kept.get(key);
        if (found == null) {
            found = pdf(html, Map.of());
            if (kept.size() >= CERTIFICATES_KEPT) {
                kept.clear();
            }
            kept.put(key, found);
        }
        return found;
    }

    private byte[] pdf(String page, Map<String, byte[]> drawings) {
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableException(patience.toSeconds());
        }
        try {
            takeTurn();
            try {
                // an old text may have characters that XML does not allow
                return drawn(dotted(InvisibleCharacters.removeFrom(page), drawings), drawings);
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    /** Waits for a turn, and answers 503 if there is none in time, so that no thread waits without end. */
    private void takeTurn() {
        boolean taken = false;
        try {
            taken = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw new ServiceUnavailableException(patience.toSeconds());
        }
    }

    /** Gives pictures that are not SVG the ending .png, so that they are read as bitmaps. */
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
                .useProtocolsStreamImplementation(PdfPictures.of(drawings), "picture")
                .useExternalResourceAccessControl(
                        (address, kind) -> PdfPictures.isOurs(address),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> PdfPictures.isOurs(address),
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

    /**
     * The rendered template as a response that a browser opens, or saves under this name, for example {@code
     * cards-5b.pdf}.
     */
    public Response answer(String fileName, TemplateInstance page) {
        return answer(fileName, pdf(page));
    }

    /** A PDF that is rendered already, as a response that a browser opens, or saves under this name. */
    public Response answer(String fileName, byte[] pdf) {
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + safe(fileName) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String safe(String fileName) {
        return fileName.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** Loads a font without ligatures: a screen reader would find no letters behind the single glyph for "fi". */
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
        var stream = PdfRenderer.class.getResourceAsStream("/paper/fonts/" + file + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("no such type: " + file);
        }
        return stream;
    }

    /** A font file with its family and weight. */
    private record Face(String family, int weight, String file) {}
}
