package uk.thinkuknow.scripts;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What scripts/doctor finds where users come in: certificate, clocks, ports and streams. */
class DoctorOutsideTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fault, The certificate of https://a.example has ended, -1, 0",
        "fault, The certificate of https://a.example has ended, -1, 10",
        "fault, The certificate of https://a.example is for another name, 90, 62",
        "warning, The certificate of https://a.example is self-signed, 90, 18",
        "fault, The certificate of https://a.example is not trusted here, 90, 20",
        "fault, The certificate of https://a.example ends in 6 days, 6, 0",
        "warning, The certificate of https://a.example ends in 20 days, 20, 0",
    })
    void findsACertificateThatBrowsersRefuse(String state, String words, int days, int verified) throws Exception {
        doctor().finds(state, words, "judge_certificate https://a.example %d %d".formatted(days, verified));
    }

    @ParameterizedTest
    @CsvSource({
        "fault, ends in, 5, localhost, true",
        "warning, ends in, 10, localhost, true",
        "warning, is self-signed, 90, localhost, false",
        "fault, is for another name, 90, elsewhere.example, true",
        "well, is valid for, 90, localhost, true",
    })
    void readsTheCertificateThatIsShown(String state, String words, int days, String name, boolean trusted)
            throws Exception {
        var answer = doctor().run("""
            cd $DATA; port=$(free_port 8950)
            openssl req -x509 -newkey rsa:2048 -nodes -days %d -subj /CN=%s -addext subjectAltName=DNS:%s -keyout key -out cert 2>/dev/null
            openssl s_server -accept "127.0.0.1:$port" -cert cert -key key -quiet >/dev/null 2>&1 &
            server=$!; until taken "$port"; do sleep 0.1; done
            %s look_at_address "https://localhost:$port"
            kill "$server"
            """.formatted(days, name, name, trusted ? "SSL_CERT_FILE=$PWD/cert" : ""));
        assertTrue(
                answer.output().startsWith(state + "\tThe certificate of https://localhost:")
                        && answer.output().contains(words),
                answer.output());
    }

    @Test
    void findsPlainHttpBeyondThisMachine() throws Exception {
        doctor().findsNothing("look_at_address http://localhost:8180");
        doctor().finds("fault", "http://a.example is plain http", "look_at_address http://a.example");
        doctor().finds("fault", "Nobody shows a certificate", "look_at_address https://localhost:9");
    }

    @ParameterizedTest
    @CsvSource({"0, well", "10, warning", "-10, warning", "60, fault"})
    void findsAClockThatIsAway(int seconds, String state) throws Exception {
        var second = Instant.now().getEpochSecond() + seconds;
        try (var server = new RawServer((path, to) -> stream(to, second, 1, 0))) {
            clock(state, "ADDRESS=" + server.address() + "; compare_clock Keycloak \"$(clock_of_application)\"");
        }
        var payload = "{\"iat\":%d,\"name\":\"ÿ?>\"}".formatted(second).getBytes(StandardCharsets.UTF_8);
        var token = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload) + ".x";
        clock(state, "compare_clock Keycloak \"$(clock_in_token " + token + ")\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the application", "Keycloak", "the database"})
    void looksAtEachClock(String whose) throws Exception {
        doctor().knowing("clock_is_set() { echo yes; }; clock_of_application() { echo 1; }; ask_database() { echo 1; };"
                        + " sign_in_to_keycloak() { TOKEN=x.eyJpYXQiOjF9.x; }")
                .finds("fault", "The clock of " + whose + " is ", "look_at_clocks");
    }

    private void clock(String state, String line) throws Exception {
        if (state.equals("well")) {
            doctor().findsNothing(line);
        } else {
            doctor().finds(state, "The clock of Keycloak is", line);
        }
    }

    @Test
    void saysThatAClockWasNotRead() throws Exception {
        var unseen = "The clock of Keycloak was not read.";
        doctor().finds("unseen", unseen, "compare_clock Keycloak \"$(clock_of_application)\"");
        doctor().finds("unseen", unseen, "compare_clock Keycloak \"$(clock_in_token nonsense)\"");
    }

    @Test
    void findsAClockThatNobodySets() throws Exception {
        var no = doctor().knowing("timedatectl() { echo no; }");
        no.finds("fault", "This machine's clock is not set from the network", "look_at_clocks");
        var cannotTell = doctor().knowing("timedatectl() { false; }; chronyc() { false; }");
        cannotTell.finds("unseen", "It cannot be told whether this machine's clock", "look_at_clocks");
        var chrony = doctor().knowing("timedatectl() { false; }; chronyc() { echo 'Leap status     : Normal'; }");
        chrony.findsNothing("look_at_clocks | sed -n 1p");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, true", "127.0.0.1, false"})
    void findsAPortThatListensToOtherMachines(String host, boolean open) throws Exception {
        try (var listening = new ServerSocket(0, 5, InetAddress.getByName(host))) {
            var inside = doctor().knowing("setting() { [[ $1 != QUARKUS_MANAGEMENT_PORT ]] || echo "
                    + listening.getLocalPort() + "; }");
            if (open) {
                inside.finds("fault", "Port " + listening.getLocalPort(), "look_at_ports");
            } else {
                inside.findsNothing("look_at_ports");
            }
        }
    }

    /** On another machine it tries each port of the public host. */
    @ParameterizedTest
    @ValueSource(ints = {3306, 8080, 9000, 9180})
    void findsAPortThatCanBeReachedFromOutside(int port) throws Exception {
        var outside = doctor().knowing("SETTINGS=x ADDRESS=https://a.example; is_here() { false; }");
        outside.knowing("timeout() { [[ ${*: -1} == %d ]]; }".formatted(port))
                .finds("fault", "Port %d of a.example can be reached".formatted(port), "look_at_ports");
        outside.knowing("timeout() { false; }").findsNothing("look_at_ports");
    }

    @ParameterizedTest
    @CsvSource({"600, 3, well", "0, 3, fault", "600, 2, fault", "0, 0, unseen"})
    void findsAProxyThatHoldsStreamsBack(int pause, int lines, String state) throws Exception {
        try (var server = new RawServer((path, to) -> stream(to, 0, lines, pause))) {
            var streamed = doctor().knowing("ADDRESS=" + server.address());
            if (state.equals("well")) {
                streamed.findsNothing("look_at_streams");
            } else {
                streamed.finds(state, "", "look_at_streams");
            }
        }
    }

    private static void stream(OutputStream to, long first, int lines, int pause) throws Exception {
        to.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/event-stream\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < lines; i++) {
            to.write("data:%d\n\n".formatted(first + i).getBytes(StandardCharsets.UTF_8));
            to.flush();
            Thread.sleep(pause);
        }
    }

    private Doctor doctor() {
        return Doctor.of(folder);
    }
}
