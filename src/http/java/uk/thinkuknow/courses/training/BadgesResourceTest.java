package uk.thinkuknow.courses.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.RetentionSweep;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests certificates as the public sees them: page, file, keys and revocation list. */
@QuarkusTest
class BadgesResourceTest {
    private static final StaffBrowser ANYONE = StaffBrowser.as("anyone");

    @Inject
    GivenTraining training;

    @Inject
    Professionals professionals;

    @Inject
    BadgeService badges;

    @Inject
    Clock clock;

    @Test
    void aCertificateCanBeVerifiedFromPublishedDataAlone() throws Exception {
        var badge = issued("Ada Check");
        var token = SignedJWT.parse(open("/badges/" + badge + "/credential.jwt"));
        var keys = JWKSet.parse(open(path(OpenBadgeSignerTest.payload(token.serialize())
                        .at("/issuer/id")
                        .asText()) + "/keys"));
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertTrue(token.verify(new RSASSAVerifier(key.toRSAKey())));
        assertEquals(
                token.getHeader().getKeyID(),
                new ObjectMapper()
                        .readTree(open(path(token.getHeader().getKeyID())))
                        .at("/kid")
                        .asText(),
                "the key at its own address");
        var credential = OpenBadgeSignerTest.payload(token.serialize());
        assertEquals(Set.of(), OpenBadgeSchemaTest.schema().validate(credential));
        var issuer = new ObjectMapper()
                .readTree(open(path(credential.at("/issuer/id").asText())));
        assertEquals(credential.at("/issuer/name"), issuer.at("/name"));
        var achievement = new ObjectMapper()
                .readTree(open(
                        path(credential.at("/credentialSubject/achievement/id").asText())));
        assertEquals(credential.at("/credentialSubject/achievement"), achievement);
    }

    @Test
    void aRevokedCertificateShowsAsRevokedOnThePageInTheStatusAndOnTheSignedRevocationList() throws Exception {
        var region = training.region();
        var event = training.held(region, Duration.ofDays(1), GivenTraining.adult("Rae Voked", 120));
        var people = "/training/" + event + "/people";
        var page = region.asManager().get(people).asString();
        var badge = GivenTraining.badgeOn(page);
        var token = open("/badges/" + badge + "/credential.jwt");
        assertFalse(isRevoked(token));
        assertTrue(open("/badges/" + badge + "/status").contains("\"status\":\"valid\""));
        var revoke = page.replaceAll("(?s).*(/training/[a-z0-9]+/people/[a-z0-9]+/revoke).*", "$1");
        assertEquals(
                303,
                region.asManager().post(people, revoke, "reason", "withdrawn").statusCode());
        assertTrue(isRevoked(token));
        var status = open("/badges/" + badge + "/status");
        assertTrue(status.contains("\"status\":\"revoked\"") && status.contains("\"reason\":\"withdrawn\""), status);
        assertTrue(open("/badges/" + badge).contains("the programme has withdrawn it"));
        assertTrue(checked(token).contains("the programme has withdrawn it"));
        assertEquals(
                404,
                region.asManager().post(people, revoke, "reason", "withdrawn").statusCode(),
                "once, for good");
    }

    @Test
    void anExpiredCertificateShowsAsExpiredOnThePageAndInTheStatus() {
        var badge = issued("Exa Pired");
        assertTrue(open("/badges/" + badge).contains("ours and valid"));
        training.run("update training_badge set expires_at = utc_timestamp(6) - interval 1 day where public_id = '"
                + badge + "'");
        assertTrue(open("/badges/" + badge + "/status").contains("\"status\":\"expired\""));
        assertTrue(open("/badges/" + badge).contains("its time is over"));
    }

    @Test
    void theCheckPageNamesTheHolderAndRefusesAnAlteredFile() {
        var token = open("/badges/" + issued("Tess Tified") + "/credential.jwt");
        assertTrue(checked(token).contains("Tess Tified"));
        assertTrue(
                checked(token.substring(0, 200) + "\r\n" + token.substring(200)).contains("Tess Tified"), "wrapped");
        var parts = token.split("\\.");
        assertTrue(checked(parts[0] + "." + parts[1].substring(0, 40) + "x" + parts[1].substring(41) + "." + parts[2])
                .contains("Not ours"));
        assertTrue(checked("hello").contains("Not ours"));
    }

    @Test
    void nothingPublicContainsTheHoldersEmailAddress() {
        var guest = GivenTraining.adult("Priva See", 120);
        var region = training.region();
        var event = training.held(region, Duration.ofDays(1), guest);
        var badge = GivenTraining.badgeOn(
                region.asManager().get("/training/" + event + "/people").asString());
        var token = open("/badges/" + badge + "/credential.jwt");
        for (var said : List.of(
                open("/badges/" + badge),
                open("/badges/" + badge + "/status"),
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8),
                checked(token),
                open("/badges/issuer"))) {
            assertFalse(said.contains("@council"), said);
        }
        assertTrue(
                region.asManager()
                        .get("/training/" + event + "/people")
                        .asString()
                        .contains(guest.email()),
                "its manager sees it");
    }

    @Test
    void afterErasureTheCertificateHasNoNameAndNoFile() {
        var badge = issued("Era Sed");
        RetentionSweep.deleteAll(
                new ProfessionalRetention(professionals, Clock.offset(clock, Duration.ofDays(4 * 365))));
        var page = open("/badges/" + badge);
        assertFalse(page.contains("Era Sed"));
        assertTrue(page.contains("The name has been erased"));
        assertEquals(410, ANYONE.get("/badges/" + badge + "/credential.jwt").statusCode());
        assertEquals(404, ANYONE.get("/badges/" + badge + "/certificate.pdf").statusCode());
    }

    @Test
    void anyoneWithTheAddressCanGetTheCertificateAsAPdf() {
        var path = "/badges/" + issued("Pat Printed") + "/certificate.pdf";
        var answer = ANYONE.get(path);
        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", answer.contentType());
        assertTrue(new String(answer.asByteArray(), 0, 5, StandardCharsets.US_ASCII).startsWith("%PDF-"));
        assertArrayEquals(answer.asByteArray(), ANYONE.get(path).asByteArray(), "rendered once");
    }

    /** Anybody may ask for it, as often as they like; a signature takes milliseconds. */
    @Test
    void theRevocationListIsSignedOnceAnHourUnlessACertificateIsRevoked() {
        issued("Lis Ted");
        assertSame(badges.revoked(0).orElseThrow(), badges.revoked(0).orElseThrow());
    }

    /** Some programs that check certificates ask for JSON everywhere, and a revocation list is none. */
    @Test
    void aProgramThatAsksForAnotherFormatGetsTheOneThereIs() {
        var badge = "/badges/" + issued("For Matted");
        for (var path : List.of(
                "/badges/issuer",
                "/badges/issuer/keys",
                "/badges/issuer/revoked/0",
                badge + "/status",
                badge + "/credential.jwt")) {
            for (var asked : List.of("application/json", "application/ld+json", "application/vc+jwt")) {
                assertEquals(200, given().header("Accept", asked).get(path).statusCode(), () -> path + " as " + asked);
            }
        }
    }

    @Test
    void unknownIdsAreNotFound() {
        for (var path : List.of(
                "/badges/none",
                "/badges/none/status",
                "/badges/none/credential.jwt",
                "/badges/issuer/keys/none",
                "/badges/issuer/revoked/-1",
                "/badges/issuer/revoked/9999",
                "/badges/issuer/revoked/999999999999",
                "/badges/achievements/none",
                "/training-places/none")) {
            assertEquals(404, ANYONE.get(path).statusCode(), path);
        }
    }

    private String issued(String name) {
        var region = training.region();
        var event = training.held(region, Duration.ofDays(1), GivenTraining.adult(name, 120));
        return GivenTraining.badgeOn(
                region.asManager().get("/training/" + event + "/people").asString());
    }

    /** Reads the revocation list as a program elsewhere does. */
    private static boolean isRevoked(String token) throws Exception {
        var status = OpenBadgeSignerTest.payload(token).at("/credentialStatus");
        var list = open(path(status.at("/statusListCredential").asText()));
        var signed = SignedJWT.parse(list);
        var key = JWKSet.parse(open("/badges/issuer/keys"))
                .getKeyByKeyId(signed.getHeader().getKeyID());
        assertTrue(signed.verify(new RSASSAVerifier(key.toRSAKey())));
        var bits = RevocationListTest.decoded(OpenBadgeSignerTest.payload(list)
                .at("/credentialSubject/encodedList")
                .asText());
        int place = Integer.parseInt(status.at("/statusListIndex").asText());
        return (bits[place / 8] & (0x80 >>> (place % 8))) != 0;
    }

    private static String checked(String text) {
        return ANYONE.post("/badges", "/badges/check", "text", text).asString();
    }

    private static String open(String path) {
        var answer = given().redirects().follow(false).get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.asString();
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }
}
