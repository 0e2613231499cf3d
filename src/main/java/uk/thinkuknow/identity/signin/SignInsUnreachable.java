package uk.thinkuknow.identity.signin;

/** Whether someone is signed in cannot be said, because the database does not answer. */
class SignInsUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInsUnreachable(Throwable cause) {
        super("sign-ins cannot be read or written", cause);
    }
}
