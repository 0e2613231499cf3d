package uk.thinkuknow.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Tests the client of clamd against a clamd that knows one signature: {@code ClamdDrill HOST PORT SIGNATURE BYTES_AT_MOST
 * [AUTHORITY OWN]}, where AUTHORITY is a file with the certificate of an authority and OWN the certificate and key to
 * show, as PKCS #12 without a password.
 */
final class ClamdDrill {
    private final ClamdClient clamd;

    private ClamdDrill(String host, int port, Optional<SSLSocketFactory> tls) {
        clamd = new ClamdClient(host, port, tls);
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Optional<SSLSocketFactory> tls =
                arguments.length > 4 ? Optional.of(sockets(arguments[4], arguments[5])) : Optional.empty();
        var drill = new ClamdDrill(arguments[0], Integer.parseInt(arguments[1]), tls);
        var harmless = "x".repeat(300_000);
        drill.expect(Optional.empty(), harmless);
        drill.expect(Optional.empty(), "");
        drill.expect(Optional.of(arguments[2]), harmless + RecordedClamd.EICAR);
        try {
            drill.scan("x".repeat(Integer.parseInt(arguments[3]) + 1));
            throw new IllegalStateException("a file over clamd's limit counts as scanned");
        } catch (IOException e) {
            System.out.println("over the limit: " + e.getMessage());
        }
    }

    private static SSLSocketFactory sockets(String authority, String own) throws IOException, GeneralSecurityException {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (var file = Files.newInputStream(Path.of(authority))) {
            anchors.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        var shown = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(Path.of(own))) {
            shown.load(file, new char[0]);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(shown, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context.getSocketFactory();
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
