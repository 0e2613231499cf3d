package uk.thinkuknow.web.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.TemplateExtension;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.Assets;
import uk.thinkuknow.web.QrCodePath;

/** Resolves the addresses that a PDF template may name: the product's assets, card drawings and QR codes. */
@Singleton
class PdfPictures implements FSStreamFactory {
    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([^\"]+)\" viewBox=\"([^\"]+)\">(.*?)</symbol>");
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\">%s</svg>";
    private static final String SUFFIX = ".svg";

    private final Assets assets;
    private final Map<String, String> drawings;

    PdfPictures(Assets assets) {
        this.assets = assets;
        this.drawings = SYMBOL.matcher(new String(assets.bytes("cards/cards.svg"), StandardCharsets.UTF_8))
                .results()
                .collect(Collectors.toUnmodifiableMap(symbol -> symbol.group(1), (Function<MatchResult, String>)
                        symbol -> SVG.formatted(symbol.group(2), symbol.group(3))));
    }

    static boolean isOurs(@Nullable String address) {
        return address != null
                && (address.startsWith("asset:")
                        || address.startsWith("card:")
                        || address.startsWith("qr:")
                        || address.startsWith("picture:"));
    }

    /** Resolves {@code picture:} addresses to the caller's own drawings, for one document. */
    static FSStreamFactory of(Map<String, byte[]> drawings) {
        return address -> {
            var name = address.substring(address.indexOf(':') + 1).replaceAll("\\.(svg|png)$", "");
            var drawing = drawings.get(name);
            if (drawing == null) {
                throw new IllegalArgumentException("no such drawing: " + name);
            }
            return new Bytes(drawing);
        };
    }

    @Override
    public FSStream getUrl(String address) {
        int colon = address.indexOf(':');
        var what = address.substring(colon + 1);
        return switch (address.substring(0, colon)) {
            case "asset" -> new Bytes(assets.bytes(what));
            case "card" -> text(drawing(what.replace(SUFFIX, "")));
            case "qr" -> text(qr(what.replace(SUFFIX, "")));
            default -> throw new IllegalArgumentException("not an address of ours: " + address);
        };
    }

    private String drawing(String name) {
        var drawing = drawings.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no such drawing: " + name);
        }
        return drawing;
    }

    private static String qr(String encoded) {
        var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        var squares = QrCodePath.of(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
        return SVG.formatted(
                "0 0 %1$d %1$d".formatted(squares.side()),
                "<path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"" + squares.path() + "\"/>");
    }

    private static FSStream text(String svg) {
        return new Bytes(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture in memory. */
    private record Bytes(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }

    /** Makes {@code <img src="{paper:qr(text)}" alt="…"/>} available to templates. */
    @TemplateExtension(namespace = "paper")
    static class OnPages {
        private OnPages() {}

        /** The drawing of a picture card, for example {@code otter}. */
        static String card(String drawing) {
            return "card:" + drawing + SUFFIX;
        }

        /** Text as a path, with its "start", "middle" or "end" at 0 of the base line. */
        static String outline(String words, int size, String anchor) {
            return TextOutlines.of(false, words, size, anchor);
        }

        static String boldOutline(String words, int size, String anchor) {
            return TextOutlines.of(true, words, size, anchor);
        }

        /** A QR code of a text. */
        static String qr(String text) {
            return "qr:"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                    + SUFFIX;
        }
    }
}
