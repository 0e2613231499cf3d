package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks the deployment files against the security promises: Keycloak's realm, containers, load balancer and database
 * users.
 */
class DeploymentTest {
    private static final Path DOCKER = Path.of("docker");
    private static final Set<String> WITH_A_SECOND_FACTOR =
            Set.of("dsl", "trainer", "reviewer", "manager", "administrator", "auditor");

    private static final List<String> SUITES =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");
    private static final List<String> CIPHERS = List.of(
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "ECDHE-RSA-AES256-GCM-SHA384",
            "ECDHE-ECDSA-CHACHA20-POLY1305",
            "ECDHE-RSA-CHACHA20-POLY1305",
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "ECDHE-RSA-AES128-GCM-SHA256");

    private final JsonNode realm = json("keycloak/thinkuknow-realm.json");
    private final JsonNode compose = yaml("compose.yaml");

    @Test
    void guessingLocksAnAccountForAWhilePasswordsNeedTwelveCharactersAndSelfServiceIsOff() {
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertFalse(realm.path("permanentLockout").asBoolean(true));
        assertEquals(10, realm.path("failureFactor").asInt());
        assertEquals(60, realm.path("waitIncrementSeconds").asInt());
        assertEquals(15 * 60, realm.path("maxFailureWaitSeconds").asInt());
        assertEquals(1000, realm.path("quickLoginCheckMilliSeconds").asInt());
        assertEquals(60, realm.path("minimumQuickLoginWaitSeconds").asInt());
        // wrong ones are counted for as long as this: with a second nobody would ever have ten
        assertEquals(12 * 3600, realm.path("maxDeltaTimeSeconds").asInt());
        assertEquals(
                "length(12) and notUsername and passwordBlacklist(common-passwords.txt)",
                realm.path("passwordPolicy").asText());
        for (var off : List.of("registrationAllowed", "resetPasswordAllowed", "rememberMe", "editUsernameAllowed")) {
            assertFalse(realm.path(off).asBoolean(true), off);
        }
    }

    @Test
    void peopleChangeTheirOwnPasswordAndDeviceAndNeitherNameNorAddress() throws IOException {
        assertEquals(
                List.of("CONFIGURE_TOTP", "UPDATE_PASSWORD"),
                each(realm.path("requiredActions"))
                        .filter(action -> action.path("enabled").asBoolean(true))
                        .map(action -> action.path("alias").asText())
                        .toList());
        var profile = new ObjectMapper()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                                + "/kc.user.profile.config/0")
                        .asText());
        assertEquals(
                List.of("username [\"admin\"]", "email [\"admin\"]", "firstName [\"admin\"]", "lastName [\"admin\"]"),
                each(profile.path("attributes"))
                        .map(attribute -> attribute.path("name").asText() + " " + attribute.at("/permissions/edit"))
                        .toList());
        assertTrue(profile.path("unmanagedAttributePolicy").isMissingNode(), "nothing else is stored of a person");
    }

    @Test
    void aTokenHoldsOnlyTheRolesThatTheProductNeeds() {
        realm.path("clients")
                .forEach(client -> assertFalse(
                        client.path("fullScopeAllowed").asBoolean(true),
                        client.path("clientId").asText()));
        assertEquals(
                Set.of(
                        Role.TEACHER,
                        Role.DSL,
                        Role.TRAINER,
                        Role.REVIEWER,
                        Role.MANAGER,
                        Role.ADMINISTRATOR,
                        Role.AUDITOR),
                each(realm.at("/scopeMappings/0/roles")).map(JsonNode::asText).collect(Collectors.toSet()));
        assertEquals("thinkuknow", realm.at("/scopeMappings/0/client").asText());
        assertEquals(1, realm.path("scopeMappings").size());
        assertEquals(
                "{\"realm-management\":[{\"client\":\"thinkuknow-accounts\",\"roles\":[\"manage-users\"]}]}",
                realm.path("clientScopeMappings").toString());
    }

    /** Keycloak would give each client the scopes of all its claims, and one for tokens that last offline. */
    @Test
    void aClientMayAskForTheScopesThatTheProductNeedsAndNoOther() {
        assertEquals(
                List.of(
                        "thinkuknow [\"basic\",\"profile\",\"email\"] []",
                        "thinkuknow-accounts [\"basic\",\"roles\"] []",
                        "admin-cli  "),
                each(realm.path("clients"))
                        .map(client -> client.path("clientId").asText() + " " + client.path("defaultClientScopes") + " "
                                + client.path("optionalClientScopes"))
                        .toList());
    }

    /**
     * ASVS 6.2.4 asks for three thousand passwords that the other rules would accept; Keycloak compares in lower case.
     */
    @Test
    void commonAndEasilyGuessedPasswordsAreBlocked() throws IOException {
        var known = Files.readAllLines(DOCKER.resolve("keycloak/common-passwords.txt"));
        assertEquals(6_305, known.size());
        assertEquals(
                List.of(),
                known.stream()
                        .filter(word -> word.length() < 12 || !word.equals(word.toLowerCase(Locale.ROOT)))
                        .toList());
        assertTrue(known.containsAll(List.of(
                "passwordpassword",
                "thinkuknow2026",
                "safeguarding1",
                "saferinternetday",
                "schoolsafeguarding",
                "administrator",
                "safeguardinglead2026",
                "thinkuknowsessions1")));
        for (var role : List.of("teacher", "trainer", "reviewer", "manager", "administrator", "auditor")) {
            assertTrue(known.contains(role + "-2026"), role);
        }
        assertTrue(compose.at("/services/keycloak/volumes")
                .toString()
                .contains("common-passwords.txt:/opt/keycloak/data/password-blacklists/common-passwords.txt:ro"));
    }

    @Test
    void everyRoleButTeacherNeedsASecondFactor() {
        var must = each(realm.at("/roles/realm"))
                .filter(role -> role.at("/composites/realm").toString().contains("\"second-factor\""))
                .map(role -> role.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(WITH_A_SECOND_FACTOR), must);
        assertEquals("staff", realm.path("browserFlow").asText());
        assertEquals(
                List.of("conditional-user-role REQUIRED", "auth-otp-form REQUIRED"),
                executions("staff who must have a second factor"));
        assertTrue(executions("staff forms").contains("staff who must have a second factor CONDITIONAL"));
        assertEquals(
                "${THINKUKNOW_SECOND_FACTOR:second-factor}",
                each(realm.path("authenticatorConfig"))
                        .filter(config -> config.path("alias").asText().equals("must have a second factor"))
                        .findFirst()
                        .orElseThrow()
                        .at("/config/condUserRole")
                        .asText());
    }

    @Test
    void aCodeIsTakenOnce() {
        assertFalse(realm.path("otpPolicyCodeReusable").asBoolean(true));
    }

    @Test
    void aCodeIsTakenForThirtySecondsAndTheIdTokenSaysThatItWasShown() {
        assertEquals(30, realm.path("otpPolicyPeriod").asInt());
        assertEquals(0, realm.path("otpPolicyLookAheadWindow").asInt(1));
        assertEquals(
                "oidc-amr-mapper",
                client("thinkuknow").at("/protocolMappers/1/protocolMapper").asText());
        assertEquals(
                "true",
                client("thinkuknow")
                        .at("/protocolMappers/1/config/id.token.claim")
                        .asText());
        var called = each(realm.path("authenticatorConfig"))
                .filter(config -> config.path("config")
                        .path("default.reference.value")
                        .asText()
                        .equals("otp"))
                .toList();
        assertEquals(2, called.size());
        // for as long as a sign-in lasts: Keycloak leaves it out of renewed tokens otherwise
        called.forEach(config -> assertEquals(
                realm.path("ssoSessionMaxLifespan").asInt(),
                config.path("config").path("default.reference.maxAge").asInt()));
        assertEquals(
                2,
                each(realm.path("authenticationFlows"))
                        .flatMap(flow -> each(flow.path("authenticationExecutions")))
                        .filter(step -> step.path("authenticator").asText().equals("auth-otp-form")
                                && step.has("authenticatorConfig"))
                        .count());
    }

    @Test
    void theRealmSignsWithAKeyOfAHundredAndTwentyEightBits() {
        assertEquals("ES256", realm.path("defaultSignatureAlgorithm").asText());
        var keys = realm.at("/components/org.keycloak.keys.KeyProvider");
        assertEquals(
                List.of("ecdsa-generated", "rsa-generated", "hmac-generated", "aes-generated"),
                each(keys).map(key -> key.path("providerId").asText()).toList());
        assertEquals("P-256", keys.at("/0/config/ecdsaEllipticCurveKey/0").asText());
        assertEquals("3072", keys.at("/1/config/keySize/0").asText());
    }

    /** Only for the first sign-in: Keycloak asks for another at once. */
    @Test
    void theFirstAdministratorsPasswordHasToBeChangedAtTheFirstSignIn() {
        var first = json("keycloak/users-demo-false.json").at("/users/0");
        assertTrue(first.at("/credentials/0/temporary").asBoolean());
        assertEquals("[\"UPDATE_PASSWORD\"]", first.path("requiredActions").toString());
        assertEquals(
                "${THINKUKNOW_FIRST_PASSWORD}", first.at("/credentials/0/value").asText());
    }

    @Test
    void keycloaksAdministratorHasANameOfTheInstallationsOwn() throws IOException {
        assertTrue(compose.at("/services/keycloak/environment/KC_BOOTSTRAP_ADMIN_USERNAME")
                .asText()
                .startsWith("${KEYCLOAK_ADMIN:?"));
        assertTrue(Files.readString(DOCKER.resolve(".env.example")).contains("\nKEYCLOAK_ADMIN=\n"));
    }

    @Test
    void aSignInEndsAfterTwoIdleHoursOrTenInAllAndKeycloakKeepsEventsForThirtyDays() throws IOException {
        assertEquals(2 * 3600, realm.path("ssoSessionIdleTimeout").asInt());
        assertEquals(10 * 3600, realm.path("ssoSessionMaxLifespan").asInt());
        // otherwise who asks for a token that lasts offline would get one without an end
        assertTrue(realm.path("offlineSessionMaxLifespanEnabled").asBoolean());
        assertEquals(10 * 3600, realm.path("offlineSessionMaxLifespan").asInt());
        // renewed after five minutes; the full hour is for when Keycloak is down
        assertEquals(3600, realm.path("accessTokenLifespan").asInt());
        // with that hour the two of the product's own row
        assertTrue(Files.readAllLines(Path.of("src/main/resources/application.properties"))
                .contains("quarkus.oidc.authentication.session-age-extension=60M"));
        assertTrue(realm.path("eventsEnabled").asBoolean()
                && realm.path("adminEventsEnabled").asBoolean());
        assertTrue(realm.path("enabledEventTypes").isMissingNode(), "without a list Keycloak keeps failures too");
        assertEquals(30 * 24 * 3600, realm.path("eventsExpiration").asInt());
        assertEquals(
                "" + 30 * 24 * 3600,
                realm.at("/attributes/adminEventsExpiration").asText());
    }

    @Test
    void theApplicationUsesPkceAndBackChannelLogoutAndNoClientIsPublic() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.properties"));
        for (var wanted : List.of(
                "quarkus.oidc.authentication.pkce-required=true",
                "quarkus.oidc.authentication.nonce-required=true",
                "quarkus.oidc.authentication.cookie-same-site=lax",
                "quarkus.oidc.authentication.state-cookie-same-site=lax",
                "quarkus.oidc.roles.source=idtoken",
                "quarkus.oidc.follow-redirects=false",
                "%https.quarkus.oidc.authentication.cookie-force-secure=true",
                "%https.quarkus.rest-csrf.cookie-force-secure=true",
                "%https.quarkus.rest-csrf.cookie-name=__Host-csrf",
                "quarkus.http.same-site-cookie.__Host-csrf.value=lax",
                "quarkus.oidc.logout.backchannel.path=/signed-out-at-keycloak")) {
            assertTrue(settings.contains("\n" + wanted + "\n"), wanted);
        }
        var client = client("thinkuknow");
        assertEquals(
                "true", client.at("/protocolMappers/0/config/id.token.claim").asText());
        assertEquals("S256", client.at("/attributes/pkce.code.challenge.method").asText());
        assertEquals(
                "/signed-out-at-keycloak",
                client.at("/attributes/backchannel.logout.url").asText());
        assertEquals(
                "true",
                client.at("/attributes/backchannel.logout.session.required").asText());
        assertEquals(
                "[\"/signed-in\",\"/signed-out\"]", client.path("redirectUris").toString());
        assertEquals("[]", client.path("webOrigins").toString());
        for (var id : List.of("thinkuknow", "thinkuknow-accounts")) {
            for (var off : List.of("publicClient", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
                assertFalse(client(id).path(off).asBoolean(true), id + " " + off);
            }
            assertEquals(
                    "client-secret", client(id).path("clientAuthenticatorType").asText());
            assertTrue(client(id).path("secret").asText().startsWith("${"), "no secret stands in the file");
        }
        assertEquals(
                "{\"realm-management\":[\"manage-users\"]}",
                realm.at("/users/0/clientRoles").toString());
    }

    /** Off unless an attribute switches them on: grants for devices without a keyboard, for calls by phone, for other tokens. */
    @Test
    void aClientMayUseOneGrantAndNoOther() {
        var grants = List.of(
                "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled");
        assertEquals(
                List.of(
                        "thinkuknow [standardFlowEnabled]",
                        "thinkuknow-accounts [serviceAccountsEnabled]",
                        "admin-cli []"),
                each(realm.path("clients"))
                        .map(client -> client.path("clientId").asText() + " "
                                + grants.stream()
                                        .filter(grant -> client.path(grant).asBoolean(true))
                                        .toList())
                        .toList());
        for (var client : realm.path("clients")) {
            client.path("attributes")
                    .fieldNames()
                    .forEachRemaining(name -> assertFalse(name.matches(".*(grant|exchange).*"), name));
        }
    }

    /** A calendar's own password opens its one feed, and a child's seat no page of staff. */
    @Test
    void peopleSignInByTheFormOfTheRealmAndNoOtherWay() throws IOException {
        assertEquals(List.of("auth-cookie ALTERNATIVE", "staff forms ALTERNATIVE"), executions("staff"));
        assertEquals(
                List.of(
                        "auth-username-password-form REQUIRED",
                        "staff who must have a second factor CONDITIONAL",
                        "staff who have a second factor CONDITIONAL"),
                executions("staff forms"));
        assertTrue(realm.path("identityProviders").isEmpty());
        var settings = Files.readString(Path.of("src/main/resources/application.properties"));
        assertTrue(settings.contains("\nquarkus.oidc.application-type=web-app\n"));
        assertFalse(Pattern.compile(
                        "(?m)^(%\\w+\\.)?quarkus\\.(oidc\\.\"|http\\.auth\\.(?!proactive)|security\\.|smallrye-jwt|webauthn|ldap)")
                .matcher(settings)
                .find());
    }

    /** Keycloak adds this client to each realm whose file does not name it. SignInJourneyTest asks the running realm. */
    @Test
    void theClientOfKeycloaksCommandLineIsOffAndTakesNoPassword() {
        for (var off : List.of("enabled", "standardFlowEnabled", "directAccessGrantsEnabled", "fullScopeAllowed")) {
            assertFalse(client("admin-cli").path(off).asBoolean(true), off);
        }
    }

    @Test
    void theContainersRunTheVersionOfKeycloakThatThePomNames() throws IOException {
        var images = Pattern.compile("(?m)^FROM quay.io/keycloak/keycloak:([^ @\\n]+)")
                .matcher(Files.readString(DOCKER.resolve("keycloak/Dockerfile")))
                .results()
                .map(found -> "<keycloak.version>" + found.group(1) + "</keycloak.version>")
                .toList();
        assertEquals(2, images.size());
        var pom = Files.readString(Path.of("pom.xml"));
        images.forEach(version -> assertTrue(pom.contains(version), version));
        // 26.7.2 to 26.7.4 repair the reset of passwords (CVE-2026-18963), codes of a sign-in (CVE-2026-16089) and
        // others
        var used = new ComparableVersion(images.getFirst().replaceAll("<[^>]*>", ""));
        assertTrue(used.compareTo(new ComparableVersion("26.7.4")) >= 0, "" + used);
    }

    @Test
    void noSecretIsInTheSettingsOfAContainerOrInItsImage() throws IOException {
        compose.path("services")
                .forEach(service -> service.path("environment")
                        .fieldNames()
                        .forEachRemaining(name -> assertFalse(name.matches(".*(PASSWORD|SECRET|KEYS)"), name)));
        for (var line : Files.readAllLines(DOCKER.resolve(".env.example"))) {
            assertFalse(line.matches("[A-Z_]*(PASSWORD|SECRET|KEYS)=.*"), line);
        }
        var notCopied = Files.readAllLines(Path.of(".dockerignore"));
        assertTrue(notCopied.containsAll(List.of("/docker/.env", "/docker/secrets")), notCopied.toString());
    }

    @Test
    void anImageHasTheBuiltApplicationAndNeitherSourcesNorTheirHistory() throws IOException {
        assertTrue(Files.readAllLines(Path.of(".dockerignore")).contains("/.git"));
        var copied = Files.readString(DOCKER.resolve("Dockerfile"))
                .lines()
                .dropWhile(line -> !line.contains("-jre-"))
                .filter(line -> line.matches("(?:COPY|ADD) .*"))
                .toList();
        assertEquals(5, copied.size());
        copied.forEach(line ->
                assertTrue(line.matches("COPY (?:--from=build /source/target/quarkus-app/|docker/alive ).*"), line));
    }

    @Test
    void noContainerHasADebugger() throws IOException {
        var debugger = Pattern.compile("jdwp|jmxremote|--debug|start-dev|\\b(?:KC_)?DEBUG(?:_\\w+)?\\b");
        try (var files = Files.walk(DOCKER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(debugger.matcher(Files.readString(file)).find(), file + "");
            }
        }
    }

    @Test
    void aTokenOfKeycloakIsGoodUntilItExpiresAndNoLonger() throws IOException {
        for (var file : List.of("src/main/resources/application.properties", "docker/compose.yaml")) {
            assertFalse(Files.readString(Path.of(file)).contains("lifespan-grace"), file);
        }
        assertEquals(60 * 60, realm.path("accessTokenLifespan").asInt());
    }

    @Test
    void theApplicationsDatabaseUserDoesNotOwnTheSchema() throws IOException {
        var environment = compose.at("/services/application/environment");
        assertEquals("thinkuknow_owner", environment.path("THINKUKNOW_DB_OWNER").asText());
        assertTrue(environment.path("THINKUKNOW_DB_USER").isMissingNode());
        assertTrue(Files.readString(DOCKER.resolve("mariadb/owner.sh")).contains("create user thinkuknow_owner"));
        assertTrue(Files.readString(DOCKER.resolve("mariadb/keycloak.sh")).contains("grant all on keycloak.*"));
    }

    @Test
    void theBalancerAllowsOnlyModernTlsAndReplacesForwardedHeaders() throws IOException {
        for (var front : List.of("thinkuknow", "keycloak", "scanner")) {
            var text = Files.readString(DOCKER.resolve("haproxy/" + front + ".cfg"));
            assertTrue(text.contains("\n    ssl-default-bind-ciphersuites " + String.join(":", SUITES) + "\n"), front);
            assertTrue(text.contains("\n    ssl-default-bind-ciphers " + String.join(":", CIPHERS) + "\n"), front);
            assertFalse(text.contains("prefer-client-ciphers"), front);
            assertFalse(
                    Pattern.compile("\n *bind .*\\b(ciphers|ciphersuites|(ssl-m|force-)\\S+)\\b")
                            .matcher(text)
                            .find(),
                    front);
        }
        for (var each : List.of("thinkuknow", "keycloak")) {
            var balancer = Files.readString(DOCKER.resolve("haproxy/" + each + ".cfg"));
            assertTrue(balancer.contains("ssl-min-ver TLSv1.2"));
            assertFalse(Pattern.compile("CBC|RSA-AES128-SHA|:DHE|3DES|(?m)^ *option forwardfor")
                    .matcher(balancer)
                    .find());
            assertTrue(balancer.contains("\n    http-request del-header X-Forwarded- -m beg\n"), each);
            assertTrue(balancer.contains("\n    http-request del-header Forwarded\n"), each);
            assertTrue(balancer.contains("\n    http-request set-header X-Forwarded-For %[src]\n"), each);
        }
    }

    @Test
    void theApplicationAllowsOnlyCiphersWithKeysOf256Bits() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        assertEquals(
                "TLS_AES_256_GCM_SHA384,TLS_CHACHA20_POLY1305_SHA256"
                        + ",TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
                        + ",TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                settings.getProperty("%https.quarkus.tls.site.cipher-suites"));
        assertEquals("site", settings.getProperty("%inside.quarkus.http.tls-configuration-name"));
        for (var starts : List.of("docker/compose.yaml", "scripts/lib/application.sh")) {
            assertTrue(
                    Files.readString(Path.of(starts)).contains(" -Dquarkus.http.tls-configuration-name=site"), starts);
        }
    }

    /** In compose there is none, so nobody's header is believed. */
    @Test
    void theApplicationBelievesForwardedHeadersOnlyOfABalancerThatIsNamed() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.properties"));
        assertTrue(settings.contains("\nquarkus.http.proxy.proxy-address-forwarding=${THINKUKNOW_BEHIND_PROXY:false}\n"
                + "quarkus.http.proxy.trusted-proxies=127.0.0.1\n"));
        assertFalse(compose.at("/services/application/environment").toString().contains("PROXY"));
    }

    /** {@code scripts/drill scan} speaks to them. */
    @Test
    void whateverListensSpeaksTlsOfVersions12And13() throws IOException {
        assertTrue(Files.readString(Path.of("src/main/resources/application.properties"))
                .contains("\n%https.quarkus.tls.site.protocols=TLSv1.3,TLSv1.2\n"));
        assertTrue(Files.readString(DOCKER.resolve("mariadb/thinkuknow.cnf"))
                .matches("(?s).*\ntls-version += TLSv1.2,TLSv1.3\n.*"));
        for (var balancer : List.of("thinkuknow", "keycloak", "scanner")) {
            assertTrue(
                    Pattern.compile("ssl-default-bind-options ssl-min-ver TLSv1\\.[23]\\b")
                            .matcher(Files.readString(DOCKER.resolve("haproxy/" + balancer + ".cfg")))
                            .find(),
                    balancer);
        }
    }

    private List<String> executions(String flow) {
        return each(realm.path("authenticationFlows"))
                .filter(each -> each.path("alias").asText().equals(flow))
                .flatMap(each -> each(each.path("authenticationExecutions")))
                .map(each ->
                        each.path("authenticator").asText(each.path("flowAlias").asText()) + " "
                                + each.path("requirement").asText())
                .toList();
    }

    private JsonNode client(String id) {
        return each(realm.path("clients"))
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode json(String file) {
        return read(new ObjectMapper(), file);
    }

    private static JsonNode yaml(String file) {
        return read(new ObjectMapper(new YAMLFactory()), file);
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(DOCKER.resolve(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
