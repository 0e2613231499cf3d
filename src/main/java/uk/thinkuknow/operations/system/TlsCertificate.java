package uk.thinkuknow.operations.system;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Words;

/** Checks the expiry date of the TLS certificate shown at the public address. */
@Singleton
class TlsCertificate implements SystemCheck {
    private static final Duration RENEWED_BEFORE = Duration.ofDays(21);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int HTTPS = 443;

    private final URI address;

    TlsCertificate(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.address = address;
    }

    @Override
    public List<Found> at(Instant now) {
        if (!"https".equals(address.getScheme())) {
            return List.of();
        }
        var name = Words.of("system.certificate");
        var until = lastsUntil();
        if (until.isEmpty()) {
            return List.of(new Found(name, Words.of("system.notRead"), Words.of("system.nobodyAnswers"), null));
        }
        var left = Duration.between(now, until.get());
        return List.of(new Found(
                name,
                left.isNegative() ? Words.of("system.ended") : Words.of("system.lasts", left.toDays()),
                left.compareTo(RENEWED_BEFORE) < 0 ? Words.of("system.renew") : "",
                null));
    }

    /** The expiry date, read from a TLS handshake; empty if nobody answers. */
    private Optional<Instant> lastsUntil() {
        try (var socket = (SSLSocket) anyCertificate().getSocketFactory().createSocket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Accepts every certificate, also an expired or untrusted one, because it is only read. */
    private static SSLContext anyCertificate() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
        return context;
    }

    /** Trusts every certificate; used only to read its expiry date. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
