package uk.thinkuknow.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tests the client of clamd against a clamd that knows one signature: {@code ClamdDrill PORT SIGNATURE BYTES_AT_MOST}. */
final class ClamdDrill {
    private final ClamdClient clamd;

    private ClamdDrill(int port) {
        clamd = new ClamdClient("127.0.0.1", port);
    }

    public static void main(String[] arguments) throws IOException {
        var drill = new ClamdDrill(Integer.parseInt(arguments[0]));
        var harmless = "x".repeat(300_000);
        drill.expect(Optional.empty(), harmless);
        drill.expect(Optional.empty(), "");
        drill.expect(Optional.of(arguments[1]), harmless + RecordedClamd.EICAR);
        try {
            drill.scan("x".repeat(Integer.parseInt(arguments[2]) + 1));
            throw new IllegalStateException("a file over clamd's limit counts as scanned");
        } catch (IOException e) {
            System.out.println("over the limit: " + e.getMessage());
        }
    }

    private void expect(Optional<String> verdict, String content) throws IOException {
        var said = scan(content);
        System.out.println(content.length() + " bytes: " + said);
        if (!said.equals(verdict)) {
            throw new IllegalStateException("expected " + verdict);
        }
    }

    private Optional<String> scan(String content) throws IOException {
        return clamd.scan(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
