package uk.thinkuknow.scripts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What scripts/doctor finds in a running Keycloak: its realm, its clients and the second factor. */
class DoctorKeycloakTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "/admin/realms/thinkuknow";
    private static final String STEPS = """
        [{"displayName":"staff who must have a second factor","requirement":"CONDITIONAL"},
         {"providerId":"conditional-user-role","requirement":"REQUIRED","authenticationConfig":"c1"},
         {"providerId":"auth-otp-form","requirement":"REQUIRED","authenticationConfig":"c2"},
         {"providerId":"auth-otp-form","requirement":"REQUIRED","authenticationConfig":"c3"}]\
        """;

    private static final String NAMED =
            "{\"config\":{\"default.reference.value\":\"***\",\"default.reference.maxAge\":\"***\"}}";
    private static final String MASTERS = "/admin/realms/master/users?exact=true&username=";

    @TempDir
    Path data;

    private final Map<String, String> answers = new HashMap<>();
    private ObjectNode realm;
    private ArrayNode clients;
    private ArrayNode actions;
    private ObjectNode profile;

    @BeforeEach
    void asOurFileHasIt() throws Exception {
        realm = (ObjectNode)
                JSON.readTree(Path.of("docker/keycloak/thinkuknow-realm.json").toFile());
        clients = realm.withArray("clients").deepCopy();
        actions = realm.withArray("requiredActions").deepCopy();
        profile =
                (ObjectNode) JSON.readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                                + "/kc.user.profile.config/0")
                        .asText());
        clients.addObject().put("clientId", "admin-cli").put("enabled", true).put("directAccessGrantsEnabled", false);
        answers.put("/realms/master/protocol/openid-connect/token", "{\"access_token\":\"t\"}");
        answers.put(ADMIN + "/authentication/flows/staff%20forms/executions", STEPS);
        answers.put(ADMIN + "/authentication/config/c1", "{\"config\":{\"condUserRole\":\"second-factor\"}}");
        answers.put(ADMIN + "/authentication/config/c2", NAMED);
        answers.put(ADMIN + "/authentication/config/c3", NAMED);
        answers.put(ADMIN + "/keys", key("EC", 124));
        for (var name : List.of("admin", "administrator", "root")) {
            answers.put(MASTERS + name, "[]");
        }
        for (var role : realm.at("/roles/realm")) {
            if (role.has("composites")) {
                answers.put(
                        ADMIN + "/roles/" + role.get("name").asText() + "/composites",
                        "[{\"name\":\"second-factor\"}]");
            }
        }
    }

    @Test
    void findsNothingWrongWithOurOwnRealm() throws Exception {
        findsNothing("look_at_realm");
        findsNothing("look_at_second_factor");
    }

    @Test
    void findsASettingOfTheRealmThatWasChanged() throws Exception {
        realm.put("bruteForceProtected", false);
        finds("fault", "The realm's bruteForceProtected is false, and has to be true.", "look_at_realm");
    }

    @Test
    void findsEventsOfAdministratorsThatAreKeptForGood() throws Exception {
        realm.withObject("attributes").remove("adminEventsExpiration");
        finds("fault", "The realm's adminEventsExpiration is null, and has to be 2592000.", "look_at_realm");
    }

    @Test
    void anUpdateOfTheRealmSetsOurAttributesAndLeavesTheOthers() throws Exception {
        var sent = Doctor.of(data).run("""
            source scripts/lib/realm.sh
            keycloak() { echo '{"attributes":{"adminEventsExpiration":"0","other":"kept"}}'; }
            tell() { jq -r '[.attributes.adminEventsExpiration, .attributes.other, .eventsExpiration] | @csv' <<<"$3"; }
            update_settings
            """);
        assertEquals("\"2592000\",\"kept\",2592000", sent.output());
    }

    @Test
    void findsAnotherFlowInThePlaceOfOurs() throws Exception {
        realm.put("browserFlow", "browser");
        finds("fault", "The realm's browserFlow is browser, and has to be staff.", "look_at_realm");
    }

    @ParameterizedTest
    @CsvSource({"UPDATE_PROFILE", "UPDATE_EMAIL", "delete_account"})
    void findsAnActionThatPeopleMayDoToTheirOwnAccounts(String alias) throws Exception {
        for (var action : actions) {
            if (action.path("alias").asText().equals(alias)) {
                ((ObjectNode) action).put("enabled", true);
            }
        }
        finds("fault", "People may do " + alias + " to their own accounts.", "look_at_realm");
    }

    @Test
    void findsAnActionOfANewerKeycloakThatOurFileDoesNotName() throws Exception {
        actions.addObject().put("alias", "CHANGE_EVERYTHING").put("enabled", true);
        finds("fault", "People may do CHANGE_EVERYTHING to their own accounts.", "look_at_realm");
    }

    @ParameterizedTest
    @CsvSource({"1, email", "2, firstName", "3, lastName"})
    void findsANameOrAddressThatPeopleMayChangeThemselves(int index, String name) throws Exception {
        ((ArrayNode) profile.at("/attributes/" + index + "/permissions/edit")).add("user");
        finds("fault", "People may change their own " + name + ",", "look_at_realm");
    }

    @Test
    void findsAProfileToWhichPeopleAddWhatTheyLike() throws Exception {
        profile.put("unmanagedAttributePolicy", "ENABLED");
        finds("fault", "People may add what they like to their own accounts.", "look_at_realm");
    }

    @ParameterizedTest
    @CsvSource({"directAccessGrantsEnabled", "implicitFlowEnabled"})
    void findsAClientThatTakesAPasswordItself(String flag) throws Exception {
        ((ObjectNode) clients.get(clients.size() - 1)).put(flag, true);
        finds("fault", "The client admin-cli takes a name and a password itself", "look_at_realm");
    }

    @ParameterizedTest
    @CsvSource({"*", "https://*", "http*"})
    void findsAClientThatSendsPeopleAnywhere(String address) throws Exception {
        ((ObjectNode) clients.get(0)).putArray("redirectUris").add(address);
        finds("fault", "The client thinkuknow sends people who have signed in anywhere", "look_at_realm");
    }

    @Test
    void findsAClientOfOursThatWasChanged() throws Exception {
        ((ObjectNode) clients.get(0)).put("publicClient", true);
        finds("fault", "The client thinkuknow has publicClient true", "look_at_realm");
    }

    @Test
    void findsAClientWithoutProofOfKey() throws Exception {
        ((ObjectNode) clients.get(0)).withObject("attributes").remove("pkce.code.challenge.method");
        finds("fault", "The client thinkuknow has pkce null", "look_at_realm");
    }

    @Test
    void findsAClientThatMayAskForTokensThatLastOffline() throws Exception {
        ((ObjectNode) clients.get(0)).withArray("optionalClientScopes").add("offline_access");
        finds("fault", "The client thinkuknow has scopes basic email offline_access profile, and", "look_at_realm");
    }

    @ParameterizedTest
    @CsvSource({
        "CONDITIONAL, DISABLED",
        "'auth-otp-form\",\"requirement\":\"REQUIRED', 'auth-otp-form\",\"requirement\":\"ALTERNATIVE'"
    })
    void findsASignInThatRequiresNoCode(String good, String bad) throws Exception {
        answers.put(ADMIN + "/authentication/flows/staff%20forms/executions", STEPS.replace(good, bad));
        finds("fault", "The sign-in does not require a code", "look_at_second_factor");
    }

    @Test
    void findsACodeThatNobodyIsAskedFor() throws Exception {
        answers.put(ADMIN + "/authentication/config/c1", "{\"config\":{\"condUserRole\":\"nobody\"}}");
        finds("fault", "The sign-in requires a code of users with the role nobody only.", "look_at_second_factor");
    }

    @Test
    void findsARoleThatIsNotAskedForACode() throws Exception {
        answers.put(ADMIN + "/roles/manager/composites", "[]");
        finds("fault", "Users with the role manager are not asked for a code.", "look_at_second_factor");
    }

    @Test
    void findsAnIdTokenThatDoesNotSayWhetherACodeWasShown() throws Exception {
        ((ArrayNode) clients.get(0).get("protocolMappers")).remove(1);
        finds("fault", "The ID token does not say whether a code was shown", "look_at_second_factor");
    }

    @Test
    void findsAStepThatDoesNotTellTheIdToken() throws Exception {
        answers.put(ADMIN + "/authentication/config/c3", "{\"config\":{}}");
        finds("fault", "A step of the sign-in that asks for a code does not tell", "look_at_second_factor");
    }

    @ParameterizedTest
    @CsvSource({"392, ACTIVE, fault", "392, PASSIVE, well", "564, ACTIVE, well"})
    void findsAKeyOfRsaThatIsTooShortAndSigns(int letters, String status, String state) throws Exception {
        answers.put(ADMIN + "/keys", key("RSA", letters).replace("ACTIVE", status));
        if (state.equals("fault")) {
            finds("fault", "Keycloak signs with a key of RSA with fewer than 3,072 bits.", "look_at_realm");
        } else {
            findsNothing("look_at_realm");
        }
    }

    @Test
    void findsCodesThatLiveLongerThanThirtySecondsOrAreTakenTwice() throws Exception {
        realm.put("otpPolicyLookAheadWindow", 1).put("otpPolicyCodeReusable", true);
        finds("fault", "The realm's otpPolicyLookAheadWindow is 1, and has to be 0.", "look_at_realm");
        finds("fault", "The realm's otpPolicyCodeReusable is true, and has to be false.", "look_at_realm");
    }

    @Test
    void findsAnotherAlgorithmOfSignatures() throws Exception {
        realm.put("defaultSignatureAlgorithm", "RS256");
        finds("fault", "The realm's defaultSignatureAlgorithm is RS256, and has to be ES256.", "look_at_realm");
    }

    @Test
    void findsAnAdministratorWhoseNameEverybodyWouldGuess() throws Exception {
        answers.put(MASTERS + "admin", "[{\"username\":\"admin\"}]");
        finds("fault", "Keycloak's administrator is called admin", "look_at_realm");
    }

    @Test
    void saysThatItCouldNotLookWithoutAnAdministrator() throws Exception {
        answers.remove("/realms/master/protocol/openid-connect/token");
        finds("unseen", "Keycloak did not let its administrator in.", "look_at_realm");
        finds("unseen", "Keycloak did not let its administrator in.", "look_at_second_factor");
    }

    private static String key(String type, int letters) {
        return "{\"keys\":[{\"type\":\"" + type + "\",\"status\":\"ACTIVE\",\"publicKey\":\"" + "M".repeat(letters)
                + "\"}]}";
    }

    private void findsNothing(String check) throws Exception {
        try (var server = RawServer.of(answers())) {
            doctor(server).findsNothing(check);
        }
    }

    private void finds(String state, String words, String check) throws Exception {
        try (var server = RawServer.of(answers())) {
            doctor(server).finds(state, words, check);
        }
    }

    private Map<String, String> answers() {
        answers.put(ADMIN, realm.toString());
        answers.put(ADMIN + "/authentication/required-actions", actions.toString());
        answers.put(ADMIN + "/users/profile", profile.toString());
        answers.put(ADMIN + "/clients?max=500", clients.toString());
        answers.put(ADMIN + "/clients?clientId=thinkuknow", clients.toString());
        return answers;
    }

    private Doctor doctor(RawServer server) {
        return Doctor.of(data).knowing("KEYCLOAK_SEEN=" + server.address());
    }
}
