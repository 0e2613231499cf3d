package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.TestIdentity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that malformed forms, which no browser sends, are refused with the reason. */
@QuarkusTest
class UnreadableFormTest {
    private static final String TESS = "tess teacher";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=x";
    /** A page that takes files. */
    private static final String FILES = "/paper-registers/file";

    private static final String START_OF_A_FIELD = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n5B";

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz", "name=%", "%zz=1", "name=100%25&other=%4"})
    void aBrokenPercentEncodingIsRefused(String body) {
        send(FORM, body)
                .statusCode(400)
                .body(containsString("The form could not be read"))
                .body(containsString("It is not written as browsers write forms."));
    }

    @Test
    void anUnknownCharacterSetIsRefused() {
        send(FORM + "; charset=nonsense", "name=%41")
                .statusCode(400)
                .body(containsString("It is not written as browsers write forms."));
    }

    @Test
    void moreThanAThousandFieldsAreRefused() {
        send(FORM, fields(1001)).statusCode(400).body(containsString("It has more than 1,000 fields"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=;"})
    void aMultipartFormWithoutABoundaryIsRefused(String type) {
        sent(FILES, type, START_OF_A_FIELD)
                .statusCode(400)
                .body(containsString("It does not say where one field ends and the next begins."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", START_OF_A_FIELD, "--x\r\nContent-Dispo"})
    void aTruncatedFormIsRefused(String body) {
        sent(FILES, MULTIPART, body).statusCode(400).body(containsString("It did not arrive whole"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\nContent-Disposition\r\n\r\n1\r\n--x--\r\n",
                START_OF_A_FIELD + "\r\n--x\r\nContent-Disposition: form-data; name=\"n\"\r\n"
                        + "Content-Type: text/plain; charset=zork\r\n\r\n1\r\n--x--\r\n"
            })
    void aMultipartFormWithBrokenPartsIsRefused(String body) {
        sent(FILES, MULTIPART, body).statusCode(400).body(containsString("It is not written as browsers write forms."));
    }

    @Test
    void aFieldMayBe64KilobytesLongAndNoLonger() {
        send(FORM, "name=" + "x".repeat(60_000)).statusCode(not(413));
        send(FORM, "name=" + "x".repeat(70_000)).statusCode(413).body(containsString("64 KB long"));
    }

    /** In fields that are short enough. A sender that does not say how long the form is, as browsers do, gets no page. */
    @Test
    void aFormMayBeHalfAMegabyteLongAndNoLonger() {
        var field = "&name=" + "x".repeat(50_000);
        send(FORM, field.repeat(10)).statusCode(not(413));
        send(FORM, field.repeat(11)).statusCode(413).body(containsString("half a megabyte"));
        sent("/classes", FORM, ofUnknownLength(field.repeat(10))).statusCode(not(413));
        sent("/classes", FORM, ofUnknownLength(field.repeat(11))).statusCode(413);
    }

    private static HttpRequest.BodyPublisher ofUnknownLength(String body) {
        return HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void aPageWithoutFilesTakesNoMultipartForm() {
        for (var page : List.of("/classes", "/badges/check", "/sign-out")) {
            sent(page, MULTIPART, START_OF_A_FIELD + "\r\n--x--\r\n").statusCode(415);
        }
    }

    /** Without a limit sixty such forms filled the memory of an instance. */
    @Test
    void aFormWhosePartsHaveLongHeadersIsCutOff() {
        var form = "--x\r\n" + "a:\r\n".repeat(20_000) + "\r\n1\r\n--x--\r\n";
        assertThrows(UncheckedIOException.class, () -> sent(FILES, MULTIPART, form));
    }

    @Test
    void otherContentTypesAreRefused() {
        send("application/json", "{}").statusCode(415).body(containsString("That is not a form"));
        send(FORM + "-x", "name=x").statusCode(415);
        send(FORM + ", text/plain", "name=x").statusCode(415);
        send("", "{}").statusCode(415).body(containsString("That is not a form"));
    }

    /** The check of the form token compares the type exactly, so it would let such a form through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "APPLICATION/X-WWW-FORM-URLENCODED",
                "Application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-URLENCODED",
                "Multipart/form-data; boundary=x"
            })
    void aFormTypeInCapitalsIsRefused(String type) {
        send(type, "name=x").statusCode(415).body(containsString("That is not a form"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        send(FORM, "name=x").statusCode(400).body(containsString("This form is out of date"));
        send(FORM + " ; charset=UTF-8", "name=x").statusCode(415);
    }

    @Test
    void aPathThroughTheApiDoesNotAvoidTheFormCheck() {
        sent("/api/../classes", "application/json", "{}").statusCode(415);
        sent("/api/%2e%2e/classes", "application/json", "{}").statusCode(415);
    }

    @Test
    void whoSendsMoreFormsThanAPersonIsRefused() {
        var cookie = UUID.randomUUID().toString();
        long begun = System.nanoTime();
        for (int form = 0; form < 120; form++) {
            assertNotEquals(429, ofBrowser(cookie).statusCode());
        }
        var answers = Stream.generate(() -> ofBrowser(cookie)).limit(60);
        var refused = answers.filter(answer -> answer.statusCode() == 429).toList();
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertTrue(
                60 - refused.size() <= 2 * (seconds + 1), refused.size() + " of 60 were refused in " + seconds + " s");
        refused.getFirst()
                .then()
                .header("Retry-After", "60")
                .body(containsString("more came from your browser than a person sends"));
        assertNotEquals(429, ofBrowser(UUID.randomUUID().toString()).statusCode(), "another browser");
    }

    private static Response ofBrowser(String cookie) {
        return given().cookie("q_session", cookie)
                .contentType(FORM)
                .body("name=5B")
                .post("/classes");
    }

    /** Without its token, too: the answer says that it was not the token. */
    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://elsewhere.example"})
    void aFormFromAnotherSiteIsRefused(String header, String from) {
        given().header(TestIdentity.HEADER, TESS)
                .header(header, from)
                .contentType(FORM)
                .post("/classes")
                .then()
                .statusCode(403)
                .body(containsString("This was sent from another site"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/classroom", "/api/classroom/seats", "/api/progress", "/api/worry"})
    void anApiCallOfAWrongTypeOrMethodIsRefusedInJson(String call) {
        sent(call, "", "{}").statusCode(415).contentType("application/json").body("why", equalTo("json-only"));
        sent(call, "text/plain", "{}").statusCode(415).body("why", equalTo("json-only"));
        given().put(call).then().statusCode(405).body("why", equalTo("not-this-way"));
    }

    private static ValidatableResponse send(String type, String body) {
        return sent("/classes", type, body);
    }

    /** Sent unchanged: REST Assured would alter the content type, or refuse to send such a body. */
    private static ValidatableResponse sent(String path, String type, String body) {
        return sent(path, type, HttpRequest.BodyPublishers.ofString(body));
    }

    private static ValidatableResponse sent(String path, String type, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .header(TestIdentity.HEADER, TESS)
                .POST(body)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                    .setBody(answer.body())
                    .build()
                    .then();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fields(int many) {
        return IntStream.range(0, many).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
    }
}
