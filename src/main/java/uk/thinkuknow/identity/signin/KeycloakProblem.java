package uk.thinkuknow.identity.signin;

/** Thrown when Keycloak is unreachable or refuses a request, with a message for administrators. */
public class KeycloakProblem extends RuntimeException {
    public KeycloakProblem(String words) {
        super(words, null, false, false);
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
