package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Words;

/**
 * Makes one webhook call over HTTP. It connects to the checked IP address, verifies the certificate for the host name,
 * reads only the status of the answer and follows no redirect.
 */
@Singleton
class WebhookHttpClient {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int LONGEST_LINE = 1_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final WebhookAddressCheck addresses;
    private final int patience;

    WebhookHttpClient(
            WebhookAddressCheck addresses,
            @ConfigProperty(name = "thinkuknow.webhook-timeout", defaultValue = "PT10S") Duration patience) {
        this.addresses = addresses;
        this.patience = (int) patience.toMillis();
    }

    /**
     * Posts a JSON body, unless {@link WebhookAddressCheck} refuses the address by now.
     *
     * @return the status of the answer
     * @throws IOException if the system cannot be reached or does not answer in time, with a message for administrators
     */
    int post(URI address, Map<String, String> headers, String body) throws IOException {
        long until = System.nanoTime() + 2L * patience * 1_000_000;
        var plain = new Socket();
        var closer = CompletableFuture.delayedExecutor(2L * patience, TimeUnit.MILLISECONDS);
        var closing = CompletableFuture.runAsync(() -> close(plain), closer);
        try (plain;
                var socket = open(plain, address)) {
            var out = socket.getOutputStream();
            out.write(head(address, headers, body.getBytes(StandardCharsets.UTF_8).length));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return status(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            throw new IOException(Words.of("webhook.noAnswer", patience / 1000), e);
        } catch (IOException e) {
            throw System.nanoTime() > until ? new IOException(Words.of("webhook.tooSlow"), e) : e;
        } finally {
            closing.cancel(false);
        }
    }

    /** Ends a call, also while a handshake of TLS arrives byte by byte. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket open(Socket plain, URI address) throws IOException {
        var machine = addresses.resolved(address);
        boolean safe = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : safe ? HTTPS : HTTP;
        plain.connect(new InetSocketAddress(machine, port), patience);
        plain.setSoTimeout(patience);
        return safe ? secured(plain, address.getHost(), port) : plain;
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI address, Map<String, String> headers, int length) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nConnection: close\r\nUser-Agent: ThinkUKnow-Sessions\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = in.read();
        }
        var match = STATUS.matcher(line.toString(StandardCharsets.US_ASCII).strip());
        if (!match.matches()) {
            throw new IOException(Words.of("webhook.noHttp"));
        }
        return Integer.parseInt(match.group(1));
    }
}
