package uk.thinkuknow.courses.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.common.Words;

/**
 * Writes certificates as Open Badges 3.0 (an OpenBadgeCredential of the W3C's Verifiable Credentials 2.0), signed as a
 * compact JWS, and verifies them. The signed payload is the credential with the registered JWT claims added.
 *
 * <p>A certificate is made from its rows each time it is fetched: a file that is not stored need not be erased (ADR 63).
 */
@Singleton
class OpenBadgeSigner {
    static final String VC = "https://www.w3.org/ns/credentials/v2";
    static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String NAME = "ThinkUKnow Sessions";
    private static final String EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    private final BadgeKeys keys;
    private final ObjectMapper json;
    private final URI address;

    OpenBadgeSigner(
            BadgeKeys keys, ObjectMapper json, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.keys = keys;
        this.json = json;
        this.address = address;
    }

    /** The signed certificate; empty if no key is set or the holder is erased. */
    Optional<String> signed(Badge badge, TrainingEvent event, Professional person) {
        if (person.isErased()) {
            return Optional.empty();
        }
        var credential = credential(badge, event, person);
        credential.put("iss", issuer());
        credential.put("jti", credential.get("id"));
        credential.put("sub", subjectOf(person));
        credential.put("nbf", badge.issuedAt().getEpochSecond());
        credential.put("exp", badge.expiresAt().getEpochSecond());
        return sign(credential);
    }

    /** The signed status list: one bit for each certificate, set if it is revoked; empty if no key is set. */
    Optional<String> signedList(long number, String bits, Instant now) {
        var id = list(number);
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", id + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("encodedList", bits);
        var credential = new LinkedHashMap<String, Object>();
        credential.put("@context", List.of(VC));
        credential.put("id", id);
        credential.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        credential.put("issuer", issuer());
        credential.put("validFrom", from.toString());
        credential.put("credentialSubject", subject);
        credential.put("iss", issuer());
        credential.put("jti", id);
        credential.put("nbf", from.getEpochSecond());
        return sign(credential);
    }

    /** The programme's profile as issuer. */
    Map<String, Object> profile() {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("@context", List.of(VC, OB));
        profile.putAll(issuerProfile());
        return profile;
    }

    /** What a certificate of this event says was achieved. */
    Map<String, Object> achievement(TrainingEvent event) {
        var achievement = new LinkedHashMap<String, Object>();
        achievement.put("id", page("/badges/achievements/" + event.publicId()));
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "CertificateOfCompletion");
        achievement.put("name", event.title());
        achievement.put("description", event.covers());
        achievement.put("criteria", Map.of("narrative", Words.of("training.criteria", event.minutes())));
        return achievement;
    }

    /** Our public keys as JSON Web Keys (RFC 7517). */
    List<Map<String, Object>> published() {
        var published = new ArrayList<Map<String, Object>>();
        keys.all().forEach(pair -> published.add(published(pair)));
        return published;
    }

    /** The public key with this name, as a JSON Web Key. */
    Optional<Map<String, Object>> published(String name) {
        return keys.called(name).map(this::published);
    }

    /**
     * Verifies a signed certificate with one of our keys.
     *
     * @return id of the badge; empty if it was not signed by us or was altered
     */
    Optional<String> verify(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(
                    AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
            signature.setCompactSerialization(token);
            var said = String.valueOf(signature.getKeyIdHeaderValue());
            var key = keys.called(said.substring(said.lastIndexOf('/') + 1));
            if (key.isEmpty() || !said.equals(keyId(key.get()))) {
                return Optional.empty();
            }
            signature.setKey(key.get().open());
            return signature.verifySignature() ? badgeOf(json.readTree(signature.getPayload())) : Optional.empty();
        } catch (JoseException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String page(String path) {
        return address.resolve(path).toString();
    }

    private Map<String, Object> credential(Badge badge, TrainingEvent event, Professional person) {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", subjectOf(person));
        subject.put("type", List.of("AchievementSubject"));
        subject.put("identifier", identifiers(badge, person));
        subject.put("activityStartDate", event.startsAt().toString());
        subject.put("activityEndDate", event.endsAt().toString());
        subject.put("achievement", achievement(event));
        var credential = new LinkedHashMap<String, Object>();
        credential.put("@context", List.of(VC, OB, EXTENSIONS));
        credential.put("id", page("/badges/" + badge.publicId()));
        credential.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        credential.put("name", event.title());
        credential.put("issuer", issuerProfile());
        credential.put("validFrom", badge.issuedAt().toString());
        credential.put("validUntil", badge.expiresAt().toString());
        credential.put("awardedDate", badge.issuedAt().toString());
        credential.put("credentialSubject", subject);
        credential.put("credentialSchema", List.of(Map.of("id", SCHEMA, "type", "1EdTechJsonSchemaValidator2019")));
        credential.put("credentialStatus", status(badge));
        return credential;
    }

    /** The name in clear; the email address only as a salted hash, for people who know it to compare. */
    private static List<Map<String, Object>> identifiers(Badge badge, Professional person) {
        var identifiers = new ArrayList<Map<String, Object>>();
        identifiers.add(identifier("name", person.name(), false));
        var email = person.email();
        if (email != null) {
            var hashed = identifier("emailAddress", "sha256$" + Sha256.hex(email + badge.salt()), true);
            hashed.put("salt", badge.salt());
            identifiers.add(hashed);
        }
        return identifiers;
    }

    private static Map<String, Object> identifier(String kind, String value, boolean hashed) {
        var identifier = new LinkedHashMap<String, Object>();
        identifier.put("type", "IdentityObject");
        identifier.put("hashed", hashed);
        identifier.put("identityHash", value);
        identifier.put("identityType", kind);
        return identifier;
    }

    private Map<String, Object> status(Badge badge) {
        var list = list(RevocationList.numberOf(badge.id()));
        var status = new LinkedHashMap<String, Object>();
        status.put("id", list + "#" + RevocationList.placeOf(badge.id()));
        status.put("type", "BitstringStatusListEntry");
        status.put("statusPurpose", "revocation");
        status.put("statusListIndex", String.valueOf(RevocationList.placeOf(badge.id())));
        status.put("statusListCredential", list);
        return status;
    }

    private Map<String, Object> issuerProfile() {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("id", issuer());
        profile.put("type", List.of("Profile"));
        profile.put("name", NAME);
        profile.put("url", page("/badges"));
        profile.put("description", Words.of("training.issuer"));
        return profile;
    }

    private Optional<String> sign(Map<String, Object> payload) {
        return keys.signing().map(pair -> {
            try {
                var signature = new JsonWebSignature();
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                signature.setKeyIdHeaderValue(keyId(pair));
                signature.setHeader("typ", "JWT");
                signature.setPayload(json.writeValueAsString(payload));
                signature.setKey(pair.secret());
                return signature.getCompactSerialization();
            } catch (JoseException | JsonProcessingException e) {
                throw new IllegalStateException("a certificate could not be signed", e);
            }
        });
    }

    private Map<String, Object> published(BadgeKeys.Pair pair) {
        var key = new RsaJsonWebKey(pair.open());
        key.setKeyId(keyId(pair));
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private Optional<String> badgeOf(JsonNode payload) {
        var id = payload.path("id").asText();
        var before = page("/badges/");
        return id.startsWith(before) ? Optional.of(id.substring(before.length())) : Optional.empty();
    }

    private String issuer() {
        return page("/badges/issuer");
    }

    private String list(long number) {
        return page("/badges/issuer/revoked/" + number);
    }

    private String keyId(BadgeKeys.Pair pair) {
        return page("/badges/issuer/keys/" + pair.name());
    }

    /** A constant id for the holder that reveals neither an address nor an internal number. */
    private static String subjectOf(Professional person) {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(
                        ("ThinkUKnow Sessions person " + person.publicId()).getBytes(StandardCharsets.UTF_8));
    }
}
