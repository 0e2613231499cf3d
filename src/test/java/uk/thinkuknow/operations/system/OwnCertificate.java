package uk.thinkuknow.operations.system;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate that nobody else has signed, for one name. */
public final class OwnCertificate {
    private static final char[] PASSWORD = "own certificate".toCharArray();

    private final KeyStore store = KeyStore.getInstance("PKCS12");

    public OwnCertificate(String name, Path folder) throws GeneralSecurityException, IOException, InterruptedException {
        var file = folder.resolve("own.p12");
        var key = folder.resolve("own.pem").toString();
        // it takes a tenth of the time of the tool that the JDK has
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=DNS:" + name,
                "-keyout",
                key,
                "-out",
                key);
        openssl(
                "pkcs12",
                "-export",
                "-name",
                "a",
                "-in",
                key,
                "-out",
                file.toString(),
                "-passout",
                "pass:" + new String(PASSWORD));
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
    }

    private static void openssl(String... words) throws GeneralSecurityException, IOException, InterruptedException {
        var command = Stream.concat(Stream.of("openssl"), Stream.of(words)).toList();
        int made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        if (made != 0) {
            throw new GeneralSecurityException("openssl " + words[0] + " ended with " + made);
        }
    }

    /** What a server has that shows it. */
    public SSLContext shown() throws GeneralSecurityException {
        return context(keys(), null);
    }

    /** What a client has that trusts it, and no other. */
    public SSLContext trusted() throws GeneralSecurityException, IOException {
        return context(null, trust());
    }

    /** What a server or a client has that shows it, and trusts another one only. */
    public SSLContext shownTo(OwnCertificate other) throws GeneralSecurityException, IOException {
        return context(keys(), other.trust());
    }

    private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
            throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    private KeyManager[] keys() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return keys.getKeyManagers();
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("a", store.getCertificate("a"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        return trust.getTrustManagers();
    }
}
