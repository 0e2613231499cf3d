package uk.thinkuknow.web.uploads;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;
import uk.thinkuknow.operations.system.OwnCertificate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a file with malware reaches no page, at each address that takes files, and neither does one not scanned. */
@QuarkusTest
class UploadScanTest {
    private static final String FORMS = """
            mona manager,  /schools/imports, /schools/imports, files
            tess teacher,  /sign-out,        /paper-registers/file, file
            sian trainer,  /studio/import,   /studio/imports, file
            sian trainer,  /studio/import,   /studio/files, files
            """;

    @Inject
    UploadScan scan;

    @Inject
    SecurityLog security;

    @Inject
    TlsConfigurationRegistry tls;

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        SecurityLogMinute.begin(security);
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
        scan.use("");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = FORMS)
    void aFileWithMalwareIsRefusedAndLoggedAndOthersAreTaken(String who, String page, String action, String field)
            throws IOException {
        try (var clamd = new RecordedClamd(1_000_000)) {
            scan.use(clamd.address());
            var refused = send(who, page, action, field, RecordedClamd.EICAR);
            assertEquals(409, refused.statusCode());
            assertTrue(
                    firstWordsOf(refused).startsWith("The file “Hostile &lt;b&gt;.csv” was refused"),
                    "scripts show them");
            var name = who.split(" ")[0];
            assertTrue(log.text().contains("file refused: " + name + ", malware Eicar-Test-Signature"), log.text());
            send(who, page, action, field, "harmless").then().body(not(containsString("malware")));
            assertEquals("harmless", clamd.scanned().getLast());
        }
    }

    @Test
    void ofSeveralFilesEachIsScanned() throws IOException {
        try (var clamd = new RecordedClamd(1_000_000)) {
            scan.use(clamd.address());
            var opened = StaffBrowser.as("mona manager").open("/schools/imports");
            given().header(TestIdentity.HEADER, "mona manager")
                    .cookies(opened.cookies())
                    .multiPart("csrf", opened.token())
                    .multiPart("files", "one.csv", "harmless".getBytes(StandardCharsets.US_ASCII))
                    .multiPart("files", "two.csv", RecordedClamd.EICAR.getBytes(StandardCharsets.US_ASCII))
                    .post("/schools/imports")
                    .then()
                    .statusCode(409)
                    .body(containsString("two.csv"));
            assertEquals(List.of("harmless", RecordedClamd.EICAR), clamd.scanned());
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = FORMS)
    void withoutAnAnswerOfTheScannerNoFileIsTaken(String who, String page, String action, String field) {
        scan.use("127.0.0.1:1");
        var refused = send(who, page, action, field, "harmless");
        assertEquals(409, refused.statusCode());
        refused.then().body(containsString("Try again in a few minutes"));
        assertTrue(log.text().contains("the scanner for malware does not answer"), log.text());
    }

    @Test
    void toAnotherMachineAnUploadGoesByTls(@TempDir Path folder) throws Exception {
        var scanner = new OwnCertificate(ClamdClient.NAME, Files.createDirectory(folder.resolve("scanner")));
        var application = new OwnCertificate("application", Files.createDirectory(folder.resolve("application")));
        trust(application.shownTo(scanner));
        try (var clamd = new RecordedClamd(1_000_000, scanner.shownTo(application))) {
            scan.use(clamd.address());
            send("mona manager", "/schools/imports", "/schools/imports", "files", "harmless");
            assertEquals(List.of("harmless"), clamd.scanned());
        }
    }

    @Test
    void aScannerWithACertificateOfSomebodyElseIsLogged(@TempDir Path folder) throws Exception {
        var scanner = new OwnCertificate(ClamdClient.NAME, Files.createDirectory(folder.resolve("scanner")));
        var foreign = new OwnCertificate(ClamdClient.NAME, Files.createDirectory(folder.resolve("foreign")));
        var application = new OwnCertificate("application", Files.createDirectory(folder.resolve("application")));
        trust(application.shownTo(scanner));
        try (var clamd = new RecordedClamd(1_000_000, foreign.shownTo(application))) {
            scan.use(clamd.address());
            send("mona manager", "/schools/imports", "/schools/imports", "files", "harmless");
            assertEquals(List.of(), clamd.scanned());
        }
        assertTrue(log.text().contains("does not answer: ") && log.text().contains("PKIX"), log.text());
    }

    private void trust(SSLContext shown) {
        tls.register(ClamdClient.NAME, new BaseTlsConfiguration() {
            @Override
            public SSLContext createSSLContext() {
                return shown;
            }
        });
    }

    /** The words of a page's first paragraph, which scripts that send files show. */
    private static String firstWordsOf(Response page) {
        var main = page.body().asString().replaceFirst("(?s).*?<main.*?<p[ >]", "");
        return main.substring(main.indexOf('>') + 1);
    }

    private static Response send(String who, String page, String action, String field, String content) {
        return StaffBrowser.as(who)
                .upload(page, action, field, "Hostile <b>.csv", content.getBytes(StandardCharsets.US_ASCII));
    }
}
