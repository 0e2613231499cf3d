package uk.thinkuknow.identity.signin;

/** Keycloak could not be asked, or did not do what it was asked: in words for whoever keeps the accounts. */
public class KeycloakProblem extends RuntimeException {
    public KeycloakProblem(String words) {
        super(words, null, false, false);
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
