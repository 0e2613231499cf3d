package uk.thinkuknow.staffing;

/** Keycloak could not be asked, or did not do what it was asked: in words for whoever keeps the accounts. */
class KeycloakProblem extends RuntimeException {
    KeycloakProblem(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
