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
import uk.thinkuknow.identity.staff.PeopleService;

/** The sign-ins that are good now; one that is not here is refused, whoever kept a copy of its cookie. */
@Singleton
public class SignIns {
    /** Requests that are on their way still come in. */
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

    /** Who signs in, by which of Keycloak's sessions, and when she came to Keycloak for it. */
    record Who(String username, String keycloakSession, Instant since) {}

    /**
     * Keeps a sign-in for so long.
     *
     * @return what its cookie will hold; empty if all sign-ins of the account were ended since she came to Keycloak
     */
    Optional<String> keep(Who who, String tokens, Duration age) {
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

    /** The tokens of a sign-in; empty when it has ended, has run out or never was. */
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
                    row -> key.open(row.getBytes(1)));
        } catch (Sql.Failed e) {
            throw new SignInsUnreachable(e);
        }
    }

    /**
     * Keeps the tokens it has been given anew, under the key it has: a browser may never see the answer to the request that
     * they were renewed with.
     *
     * @return what its cookie will hold, which is the same; empty if it has ended meanwhile
     */
    Optional<String> renew(String cookie, Who who, String tokens, Duration age) {
        var key = SignInKey.of(cookie);
        return key.isEmpty() || !renew(key.get(), who, tokens, age) ? Optional.empty() : Optional.of(cookie);
    }

    private boolean renew(SignInKey key, Who who, String tokens, Duration age) {
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

    /** Has it run out, unless it is renewed. */
    void runOut(String cookie) {
        SignInKey.of(cookie)
                .ifPresent(key -> run(
                        "UPDATE sign_in SET expires_at = LEAST(expires_at, ?) WHERE key_hash = ?",
                        Sql.utc(clock.instant().plus(ON_THEIR_WAY)),
                        key.hash()));
    }

    /** Ends a sign-in now, and what else one of Keycloak's sessions gave. */
    void end(String cookie) {
        SignInKey.of(cookie).ifPresent(key -> run("""
                        DELETE every FROM sign_in every JOIN sign_in this ON this.keycloak_session = every.keycloak_session
                        WHERE this.key_hash = ?""", key.hash()));
    }

    /** Ends the sign-in that one of Keycloak's sessions gave. */
    void endedAtKeycloak(String keycloakSession) {
        run("DELETE FROM sign_in WHERE keycloak_session = ?", keycloakSession);
    }

    /**
     * Ends all sign-ins of an account when this transaction commits, and those that Keycloak still gives without asking
     * her who she is: her next request is let in by nobody before she has signed in anew.
     */
    @Transactional
    public void endAllOf(String username) {
        people.noteSignedOut(username);
        run("DELETE FROM sign_in WHERE username = ?", username);
    }

    /** Has every sign-in of an account asked for anew, so that the next page knows the roles she has now; she notices nothing. */
    @Transactional
    public void renewAllOf(String username) {
        run("DELETE FROM sign_in WHERE username = ?", username);
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "sign-ins", "Forgets sign-ins that ran out", Schedule.every("1h", "1m"), this::forgetThoseThatRanOut);
    }

    void forgetThoseThatRanOut() {
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
