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

/**
 * Has clamd scan a file, by its command INSTREAM: parts of the file, each after its length in four bytes, and a length
 * of zero at the end. clamd answers {@code stream: OK} or {@code stream: NAME FOUND}; any other answer is an error.
 */
record ClamdClient(String host, int port) {
    private static final int CONNECT_MILLIS = 3_000;
    /** The largest school register is scanned in less. */
    private static final int ANSWER_MILLIS = 60_000;

    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final Pattern FOUND = Pattern.compile("stream: ([\\x21-\\x7e]{1,200}) FOUND");

    /**
     * Scans a file.
     *
     * @return the name of the malware; empty if none was found
     * @throws IOException if clamd does not answer, or not with a verdict
     */
    Optional<String> scan(InputStream file) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(file, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        }
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
