package uk.thinkuknow.courses.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Tests that a certificate is valid against the schema that it names, and that our copy of the schema refuses invalid
 * ones. {@code open-badge.schema.json} contains, class by class, the types, required fields, values, patterns and
 * formats of the AchievementCredential schema that 1EdTech publishes at
 * {@code https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json}, read on 27
 * November 2026 in the copy of a public repository (rollercoaster-dev/openbadges-types). It is rearranged, because the
 * text is not ours to copy.
 */
class OpenBadgeSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCredentialNamesThePublishedSchemaAndAgreesWithIt() throws Exception {
        var credential = OpenBadgeSignerTest.credential();
        assertEquals(Set.of(), schema().validate(credential));
        assertEquals(JSON.readTree("""
                [{"id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                  "type": "1EdTechJsonSchemaValidator2019"}]"""), credential.at("/credentialSchema"));
    }

    @Test
    void theOnlyFieldsBeyondTheSchemaAreTokenClaimsAndThePlaceInTheRevocationList() throws Exception {
        var closed = schema(text().replace("\"additionalProperties\": true", "\"additionalProperties\": false"));
        var besides = closed.validate(OpenBadgeSignerTest.credential()).stream()
                .map(ValidationMessage::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
        var claims = Set.of("iss", "jti", "sub", "nbf", "exp");
        var statusList = Set.of("statusPurpose", "statusListIndex", "statusListCredential");
        var expected = new TreeSet<>(claims);
        expected.addAll(statusList);
        assertEquals(expected, besides, "the claims of a JWT (RFC 7519) and of a Bitstring Status List (W3C)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/|@context id type credentialSubject issuer validFrom",
                "/issuer|id type",
                "/credentialSubject|type achievement",
                "/credentialSubject/achievement|id type criteria description name",
                "/credentialSubject/identifier/0|type hashed identityHash identityType",
                "/credentialSubject/identifier/1|type hashed identityHash identityType",
                "/credentialSchema/0|id type",
                "/credentialStatus|id type"
            })
    void theSchemaRefusesACredentialWithoutARequiredField(String where, String fields) throws Exception {
        for (var field : fields.split(" ")) {
            var credential = OpenBadgeSignerTest.credential();
            ((ObjectNode) at(credential, where)).remove(field);
            assertFalse(schema().validate(credential).isEmpty(), where + " without " + field);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/|@context|[\"https://www.w3.org/ns/credentials/v2\"]",
                "/|@context|[\"https://www.w3.org/2018/credentials/v1\",\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]",
                "/|@context|[\"https://www.w3.org/ns/credentials/v2\",\"https://sessions.example.org/context.json\"]",
                "/|type|[\"VerifiableCredential\"]",
                "/|type|[\"OpenBadgeCredential\"]",
                "/|validFrom|\"2026-10-06\"",
                "/|validFrom|\"2026-10-06T14:30:00\"",
                "/|validUntil|\"2028-13-05T23:00:00Z\"",
                "/|awardedDate|1791297000",
                "/|issuer|[]",
                "/|credentialSubject|[]",
                "/|credentialSchema|{}",
                "/credentialSubject|type|\"AchievementSubject\"",
                "/credentialSubject|type|[\"Subject\"]",
                "/credentialSubject|activityEndDate|\"yesterday\"",
                "/credentialSubject/achievement|achievementType|\"Training\"",
                "/credentialSubject/achievement|criteria|\"was there\"",
                "/credentialSubject/identifier/1|identityType|\"email\"",
                "/credentialSubject/identifier/1|hashed|\"true\"",
                "/credentialSubject/identifier/1|email|\"sam@police.example\"",
                "/credentialStatus|type|[\"BitstringStatusListEntry\"]"
            })
    void theSchemaRefusesAnInvalidValue(String where, String field, String value) throws Exception {
        var credential = OpenBadgeSignerTest.credential();
        ((ObjectNode) at(credential, where)).set(field, JSON.readTree(value));
        assertFalse(schema().validate(credential).isEmpty(), where + " " + field + " " + value);
    }

    private static JsonNode at(JsonNode credential, String where) {
        return where.equals("/") ? credential : credential.at(where);
    }

    static JsonSchema schema() {
        return schema(text());
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(
                        text,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static String text() {
        try (var file = OpenBadgeSchemaTest.class.getResourceAsStream("/professional/open-badge.schema.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
