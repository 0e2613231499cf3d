package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How the nodes of a database cluster speak to each other: as scripts/cluster starts them, and as
 * docs/operations/cluster.md says.
 */
class NodeSettingsTest {
    private static final List<String> BY_TLS = List.of("socket.ssl=yes; socket.ssl_ca=", "\n[sst]\nencrypt = 4\ntca");

    @Test
    void nodesSpeakToEachOtherByTlsAndFillEachOtherByTls(@TempDir Path data) throws Exception {
        Files.createDirectories(data.resolve("inner/node"));
        Files.writeString(data.resolve("inner/node/inner.pem"), "a certificate");
        Bash.run(List.of("common", "galera"), data, "NODE_PORT=1; write_settings 2");
        var started = Files.readString(data.resolve("n2/my.cnf"));
        var written = Files.readString(Path.of("docs/operations/cluster.md")).replace("\n    ", "\n");
        for (var words : BY_TLS) {
            assertTrue(started.contains(words), started);
            assertTrue(written.contains(words), words);
        }
    }
}
