package uk.thinkuknow.identity.signin;

/**
 * Thrown when the database cannot be asked or told about a sign-in, so that it is unknown whether a user is signed in.
 */
class SignInsUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInsUnreachable(Throwable cause) {
        super("sign-ins unreachable", cause);
    }
}
