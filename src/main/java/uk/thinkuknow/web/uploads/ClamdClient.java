package uk.thinkuknow.web.uploads;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import uk.thinkuknow.common.LoopbackNames;

/**
 * Has clamd scan a file, by its command INSTREAM: parts of the file, each after its length in four bytes, and a length
 * of zero at the end. clamd answers {@code stream: OK} or {@code stream: NAME FOUND}; any other answer is an error.
 * clamd knows no TLS: on another machine a balancer in front of it does, and only this machine is spoken to without.
 *
 * @param tls trusts the authority of the balancer's certificate
 */
record ClamdClient(String host, int port, Optional<SSLSocketFactory> tls) {
    /** The name in the balancer's certificate, at any address. */
    static final String NAME = "scanner";

    private static final int CONNECT_MILLIS = 3_000;
    /** The largest school register is scanned in less. */
    private static final int ANSWER_MILLIS = 60_000;

    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final Pattern FOUND = Pattern.compile("stream: ([\\x21-\\x7e]{1,200}) FOUND");

    ClamdClient {
        if (tls.isEmpty() && !LoopbackNames.contains(host)) {
            throw new IllegalArgumentException("no file goes unencrypted to " + host);
        }
    }

    /**
     * Scans a file.
     *
     * @return the name of the malware; empty if none was found
     * @throws IOException if clamd does not answer, or not with a verdict, or somebody else answers
     */
    Optional<String> scan(InputStream file) throws IOException {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            plain.setSoTimeout(ANSWER_MILLIS);
            try (var socket = LoopbackNames.contains(host) ? plain : encrypted(plain)) {
                send(file, new DataOutputStream(socket.getOutputStream()));
                return verdict(answer(socket.getInputStream()));
            }
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.orElseThrow().createSocket(plain, NAME, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static void send(InputStream file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var part = new byte[PART];
        for (int read = file.read(part); read > 0; read = file.read(part)) {
            out.writeInt(read);
            out.write(part, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int each = in.read(); each > 0 && answer.size() < LONGEST_ANSWER; each = in.read()) {
            answer.write(each);
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        var found = FOUND.matcher(answer);
        if (!found.matches()) {
            throw new IOException("clamd answers: " + answer);
        }
        return Optional.of(found.group(1));
    }
}
