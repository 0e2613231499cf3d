package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which findings of sslscan are good enough for the scan drill. */
class GoodTlsTest {
    private static final String GOOD = """
            <protocol type="ssl" version="3" enabled="0" />
            <protocol type="tls" version="1.1" enabled="0" />
            <protocol type="tls" version="1.2" enabled="1" />
            <protocol type="tls" version="1.3" enabled="1" />
            <renegotiation supported="0" secure="0" />
            <compression supported="0" />
            <heartbleed sslversion="TLSv1.2" vulnerable="0" />
            <cipher status="preferred" sslversion="TLSv1.3" bits="256" cipher="TLS_AES_256_GCM_SHA384" id="0x1302" />
            <cipher status="preferred" sslversion="TLSv1.2" bits="256" cipher="ECDHE-RSA-AES256-GCM-SHA384" id="0xC030" />
            <cipher status="accepted" sslversion="TLSv1.2" bits="256" cipher="ECDHE-RSA-CHACHA20-POLY1305" id="0xCCA8" />
            """;

    @TempDir
    Path folder;

    @Test
    void areThoseOfOurOwnServers() throws Exception {
        assertEquals(new Bash(0, ""), judged(GOOD));
    }

    @ParameterizedTest
    @CsvSource({
        "version=\"3\" enabled=\"0\", version=\"3\" enabled=\"1\"",
        "version=\"1.1\" enabled=\"0\", version=\"1.1\" enabled=\"1\"",
        "version=\"1.2\" enabled=\"1\", version=\"1.2\" enabled=\"0\"",
        "version=\"1.3\" enabled=\"1\", version=\"1.3\" enabled=\"0\"",
        "renegotiation supported=\"0\", renegotiation supported=\"1\"",
        "compression supported=\"0\", compression supported=\"1\"",
        "vulnerable=\"0\", vulnerable=\"1\"",
        "TLS_AES_256_GCM_SHA384, TLS_AES_128_GCM_SHA256",
        "ECDHE-RSA-AES256-GCM-SHA384, ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-RSA-CHACHA20-POLY1305, AES128-GCM-SHA256",
        "ECDHE-RSA-CHACHA20-POLY1305, ECDHE-RSA-AES128-SHA256",
    })
    void areNotThoseOfAWeakServer(String good, String weak) throws Exception {
        assertEquals(1, judged(GOOD.replace(good, weak)).exit());
    }

    private Bash judged(String found) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tls.xml"), found);
        return Bash.run(List.of("common", "scanning"), folder, "is_good_tls $DATA/tls.xml");
    }
}
