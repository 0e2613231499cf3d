package uk.thinkuknow.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the data of one SVG path, which draws each row's runs of dark squares.
 *
 * @param side width and height in squares, with a margin of four on every side
 */
public record QrCodePath(int side, String path) {
    private static final int MARGIN = 4;

    public static QrCodePath of(QrCode qr) {
        var path = new StringBuilder();
        for (int y = 0; y < qr.size; y++) {
            int x = 0;
            while (x < qr.size) {
                int run = 0;
                while (x + run < qr.size && qr.getModule(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + MARGIN, y + MARGIN, run, run));
                }
                x += Math.max(run, 1);
            }
        }
        return new QrCodePath(qr.size + 2 * MARGIN, path.toString());
    }
}
