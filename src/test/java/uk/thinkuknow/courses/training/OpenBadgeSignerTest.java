package uk.thinkuknow.courses.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests a certificate as an Open Badge 3.0, verified with a different library than the one that signs it. */
class OpenBadgeSignerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI HERE = URI.create("https://sessions.example.org");
    private static final Instant ISSUED = Instant.parse("2026-10-06T14:30:00.123456Z");
    private static final String KEY = TestBadgeKey.fresh();
    private static final String OTHER = TestBadgeKey.fresh();

    private final OpenBadgeSigner credentials = with("new:" + KEY);
    private final TrainingEvent event = event();
    private final Professional person = new Professional(
            new PublicId("person2345"),
            null,
            new Professional.PersonDetails("Sam Okoro", "sam@police.example", "The police", "Sergeant"),
            LocalDate.parse("2029-10-06"));
    private final Badge badge = new GivenBadge("badge23456", "0011223344556677", ISSUED);

    @Test
    void theCredentialIsValidAgainstTheSchemaAndExpiresAtMidnightInLondon() throws Exception {
        var credential = payload(signed());
        assertEquals(Set.of(), OpenBadgeSchemaTest.schema().validate(credential));
        assertEquals(
                "https://sessions.example.org/badges/badge23456",
                credential.at("/id").asText());
        assertEquals("2026-10-06T14:30:00Z", credential.at("/validFrom").asText());
        assertEquals("2028-10-05T23:00:00Z", credential.at("/validUntil").asText(), "midnight in London");
        assertEquals(
                "Keeping children safe online",
                credential.at("/credentialSubject/achievement/name").asText());
    }

    @Test
    void anotherLibraryVerifiesItWithThePublishedKeyAndTheRegisteredClaimsAgree() throws Exception {
        var token = SignedJWT.parse(signed());
        assertTrue(token.verify(new RSASSAVerifier(published(token).toRSAKey())));
        assertEquals(JWSAlgorithm.RS256, token.getHeader().getAlgorithm());
        assertEquals("JWT", token.getHeader().getType().getType());
        assertEquals(
                "https://sessions.example.org/badges/issuer/keys/new",
                token.getHeader().getKeyID());
        var claims = token.getJWTClaimsSet();
        var credential = payload(signed());
        assertEquals(credential.at("/issuer/id").asText(), claims.getIssuer());
        assertEquals(credential.at("/id").asText(), claims.getJWTID());
        assertEquals(credential.at("/credentialSubject/id").asText(), claims.getSubject());
        assertEquals(Date.from(Instant.parse(credential.at("/validFrom").asText())), claims.getNotBeforeTime());
        assertEquals(Date.from(Instant.parse(credential.at("/validUntil").asText())), claims.getExpirationTime());
    }

    @Test
    void anotherLibraryRefusesItBeforeItBeginsAndOnceItHasExpired() throws Exception {
        var claims = SignedJWT.parse(signed()).getJWTClaimsSet();
        verifierAt("2028-10-05T22:00:00Z").verify(claims, null);
        for (var outside : List.of("2026-10-06T14:00:00Z", "2028-10-06T00:00:00Z")) {
            assertThrows(BadJWTException.class, () -> verifierAt(outside).verify(claims, null), outside);
        }
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifierAt(String moment) {
        return new DefaultJWTClaimsVerifier<>(null, null) {
            @Override
            protected Date currentTime() {
                return Date.from(Instant.parse(moment));
            }
        };
    }

    @Test
    void anAlteredOrUnsignedCertificateOrOneSignedWithAnotherKeyIsRefused() throws Exception {
        var token = signed();
        assertEquals(Optional.of("badge23456"), credentials.verify(token));
        var parts = token.split("\\.");
        var changed = Base64URL.encode(new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8)
                .replace("Sam Okoro", "Max Okoro"));
        var forged = parts[0] + "." + changed + "." + parts[2];
        assertEquals(Optional.empty(), credentials.verify(forged));
        var read = SignedJWT.parse(forged);
        assertFalse(read.verify(new RSASSAVerifier(published(read).toRSAKey())));
        assertEquals(Optional.empty(), credentials.verify(""));
        assertEquals(Optional.empty(), credentials.verify("a.b.c"));
        assertEquals(Optional.empty(), with("new:" + OTHER).verify(token), "another's key of that name");
        var unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        assertEquals(Optional.empty(), credentials.verify(unsigned));
    }

    /** With the name of our key, and the last of them with the key itself. */
    @Test
    void noOtherAlgorithmIsTaken() throws Exception {
        var real = SignedJWT.parse(signed());
        var name = real.getHeader().getKeyID();
        var none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + name + "\"}");
        assertEquals(Optional.empty(), credentials.verify(none + "." + signed().split("\\.")[1] + "."));
        var open = published(real).toRSAKey().toPublicKey().getEncoded();
        assertEquals(Optional.empty(), credentials.verify(signed(JWSAlgorithm.HS256, new MACSigner(open))));
        var secret = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(KEY)));
        assertTrue(credentials
                .verify(signed(JWSAlgorithm.RS256, new RSASSASigner(secret)))
                .isPresent());
        for (var other : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            assertEquals(Optional.empty(), credentials.verify(signed(other, new RSASSASigner(secret))), "" + other);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        var real = SignedJWT.parse(signed());
        var header = new JWSHeader.Builder(algorithm)
                .keyID(real.getHeader().getKeyID())
                .build();
        var made = new JWSObject(header, real.getPayload());
        made.sign(signer);
        return made.serialize();
    }

    @Test
    void anOlderKeyStillVerifiesAndTheFirstKeySigns() throws Exception {
        var older = signed();
        var both = with("newer:" + OTHER + ",new:" + KEY);
        assertEquals(Optional.of("badge23456"), both.verify(older));
        assertEquals(2, both.published().size());
        assertTrue(both.signed(badge, event, person).orElseThrow().length() > 100);
        var header =
                SignedJWT.parse(both.signed(badge, event, person).orElseThrow()).getHeader();
        assertTrue(header.getKeyID().endsWith("/newer"));
    }

    /** As an installation from version 1.3 has it. */
    @Test
    void aKeyOf2048BitsOnlyVerifiesAndTheNextLongOneSigns() throws Exception {
        var old = TestBadgeKey.fresh(2048);
        assertEquals(Optional.empty(), with("old:" + old).signed(badge, event, person));
        var both = with("old:" + old + ",new:" + KEY);
        var fresh = SignedJWT.parse(both.signed(badge, event, person).orElseThrow());
        assertTrue(fresh.getHeader().getKeyID().endsWith("/new"));
        var secret = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(old)));
        var earlier = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("https://sessions.example.org/badges/issuer/keys/old")
                        .build(),
                fresh.getJWTClaimsSet());
        earlier.sign(new RSASSASigner(secret));
        assertEquals(Optional.of("badge23456"), both.verify(earlier.serialize()));
    }

    @Test
    void theEmailAddressIsIncludedOnlyAsASaltedHash() throws Exception {
        var credential = payload(signed());
        assertFalse(credential.toString().contains("police.example"));
        var hashed = credential.at("/credentialSubject/identifier/1");
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(("sam@police.example" + hashed.at("/salt").asText()).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "sha256$" + HexFormat.of().formatHex(hash),
                hashed.at("/identityHash").asText());
    }

    @Test
    void noPrivatePartOfAKeyIsPublished() {
        for (var key : credentials.published()) {
            assertEquals(Set.of("kty", "kid", "use", "alg", "n", "e"), key.keySet());
        }
    }

    @Test
    void noCertificateIsSignedForAnErasedPersonOrWithoutAKey() {
        assertEquals(Optional.empty(), with("").signed(badge, event, person));
        person.erase(ISSUED);
        assertEquals(Optional.empty(), credentials.signed(badge, event, person));
    }

    @Test
    void anInvalidKeySettingStopsTheStart() {
        for (var setting : List.of("new", "new:abc", ":" + KEY, "a b:" + KEY)) {
            assertThrows(IllegalArgumentException.class, () -> new BadgeKeys(Optional.of(setting)), setting);
        }
    }

    /** The credential of a test certificate. */
    static JsonNode credential() throws IOException {
        return payload(new OpenBadgeSignerTest().signed());
    }

    private String signed() {
        return credentials.signed(badge, event, person).orElseThrow();
    }

    private JWK published(SignedJWT token) throws Exception {
        var set = JWKSet.parse(JSON.writeValueAsString(Map.of("keys", credentials.published())));
        return set.getKeyByKeyId(token.getHeader().getKeyID());
    }

    static JsonNode payload(String token) throws IOException {
        return JSON.readTree(Base64URL.from(token.split("\\.")[1]).decode());
    }

    private static OpenBadgeSigner with(String keys) {
        return new OpenBadgeSigner(new BadgeKeys(Optional.of(keys)), JSON, HERE);
    }

    private static TrainingEvent event() {
        return new TrainingEvent(
                new PublicId("event23456"),
                new TrainingEvent.Plan(
                        "Keeping children safe online",
                        "What children meet.",
                        new TrainingEvent.Where("The Old Library", null, null),
                        Instant.parse("2026-10-06T09:00:00Z"),
                        120,
                        20,
                        1));
    }

    /** A badge with an id, as one read from the database has. */
    private static final class GivenBadge extends Badge {
        GivenBadge(String id, String salt, Instant at) {
            super(new PublicId(id), 1, salt, at);
        }

        @Override
        long id() {
            return 131_075;
        }
    }
}
