package uk.thinkuknow.identity.signin;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Stores the valid sign-ins. A cookie whose sign-in is not stored here is refused, even if somebody kept a copy of it.
 */
@Singleton
public class SignIns {
    /** Long enough for requests that are already under way. */
    private static final Duration ON_THEIR_WAY = Duration.ofSeconds(30);

    /** Keycloak's times are whole seconds. */
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final DataSource database;
    private final RandomGenerator random;
    private final Clock clock;
    private final PeopleService people;

    SignIns(DataSource database, PeopleService people, RandomGenerator random, Clock clock) {
        this.database = database;
        this.people = people;
        this.random = random;
        this.clock = clock;
    }

    /** The user who signs in, the Keycloak session, and the time of the sign-in at Keycloak. */
    record SignInIdentity(String username, String keycloakSession, Instant since) {}

    /**
     * Stores a sign-in.
     *
     * @param age how long it is valid
     * @return the cookie's value; empty if all sign-ins of the account were ended after this one began at Keycloak
     */
    Optional<String> keep(SignInIdentity who, String tokens, Duration age) {
        var key = SignInKey.draw(random);
        int kept = run(
                """
                INSERT INTO sign_in (key_hash, username, keycloak_session, sealed_tokens, expires_at)
                SELECT ?, ?, ?, ?, ? FROM DUAL
                WHERE NOT EXISTS (SELECT 1 FROM staff_v WHERE username = ? AND signed_out_at > ?)""",
                key.hash(),
                who.username(),
                who.keycloakSession(),
                key.seal(tokens, random),
                Sql.utc(clock.instant().plus(age)),
                who.username(),
                Sql.utc(who.since().plus(A_SECOND)));
        return kept == 0 ? Optional.empty() : Optional.of(key.cookie());
    }

    /** Returns whether a sign-in is valid. Asking does not make it last longer. */
    boolean isValid(String cookie) {
        return tokensOf(cookie).isPresent();
    }

    /** The tokens of a sign-in; empty if it has ended or expired or never existed. */
    Optional<String> tokensOf(String cookie) {
        var key = SignInKey.of(cookie);
        return key.isEmpty() ? Optional.empty() : tokensOf(key.get());
    }

    private Optional<String> tokensOf(SignInKey key) {
        try {
            return Sql.first(
                            database,
                            "SELECT sealed_tokens FROM sign_in WHERE key_hash = ? AND expires_at > ?",
                            List.of(key.hash(), Sql.utc(clock.instant())),
                            row -> key.open(row.getBytes(1)))
                    .flatMap(opened -> opened);
        } catch (Sql.Failed e) {
            throw new SignInsUnreachable(e);
        }
    }

    /**
     * Stores renewed tokens under the same key, because the browser may never see the answer to the request that
     * renewed them.
     *
     * @return the cookie's value, unchanged; empty if the sign-in has ended in the meantime
     */
    Optional<String> renew(String cookie, SignInIdentity who, String tokens, Duration age) {
        var key = SignInKey.of(cookie);
        return key.isEmpty() || !renew(key.get(), who, tokens, age) ? Optional.empty() : Optional.of(cookie);
    }

    private boolean renew(SignInKey key, SignInIdentity who, String tokens, Duration age) {
        return run(
                        """
                        UPDATE sign_in SET sealed_tokens = ?, expires_at = ?
                        WHERE key_hash = ? AND username = ? AND keycloak_session = ?""",
                        key.seal(tokens, random),
                        Sql.utc(clock.instant().plus(age)),
                        key.hash(),
                        who.username(),
                        who.keycloakSession())
                == 1;
    }

    /** Lets a sign-in expire in 30 seconds, unless it is renewed before. */
    void expireSoon(String cookie) {
        SignInKey.of(cookie)
                .ifPresent(key -> run(
                        "UPDATE sign_in SET expires_at = LEAST(expires_at, ?) WHERE key_hash = ?",
                        Sql.utc(clock.instant().plus(ON_THEIR_WAY)),
                        key.hash()));
    }

    /** Ends a sign-in and all others of the same Keycloak session now. */
    void end(String cookie) {
        SignInKey.of(cookie).ifPresent(key -> run("""
                        DELETE every FROM sign_in every JOIN sign_in this ON this.keycloak_session = every.keycloak_session
                        WHERE this.key_hash = ?""", key.hash()));
    }

    /** Ends the sign-ins of a Keycloak session. */
    void endKeycloakSession(String keycloakSession) {
        run("DELETE FROM sign_in WHERE keycloak_session = ?", keycloakSession);
    }

    /**
     * Ends all sign-ins of an account when this transaction commits, and refuses those that Keycloak still grants
     * without asking: the account's next request needs a new sign-in with a password.
     */
    @Transactional
    public void endAllOf(String username) {
        people.noteSignedOut(username);
        run("DELETE FROM sign_in WHERE username = ?", username);
    }

    /**
     * Ends every sign-in of an account here, so that its next page gets a new one with its current roles. Keycloak
     * grants that one without asking for a password.
     */
    @Transactional
    public void renewAllOf(String username) {
        run("DELETE FROM sign_in WHERE username = ?", username);
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("sign-ins", Words.of("signin.forgetJob"), Schedule.every("1h", "1m"), this::deleteExpired);
    }

    void deleteExpired() {
        run("DELETE FROM sign_in WHERE expires_at <= ?", Sql.utc(clock.instant()));
    }

    private int run(String sql, Object... values) {
        try {
            return Sql.update(database, sql, List.of(values));
        } catch (Sql.Failed e) {
            throw new SignInsUnreachable(e);
        }
    }
}
