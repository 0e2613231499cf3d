package uk.thinkuknow.identity.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

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

    SignIns(DataSource database, RandomGenerator random, Clock clock) {
        this.database = database;
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
        var kept = run("""
                INSERT INTO sign_in (key_hash, username, keycloak_session, sealed_tokens, expires_at)
                SELECT ?, ?, ?, ?, ? FROM DUAL
                WHERE NOT EXISTS (SELECT 1 FROM staff WHERE username = ? AND signed_out_at > ?)""", insert -> {
            insert.setBytes(1, key.hash());
            insert.setString(2, who.username());
            insert.setString(3, who.keycloakSession());
            insert.setBytes(4, key.seal(tokens, random));
            insert.setObject(5, utc(clock.instant().plus(age)));
            insert.setString(6, who.username());
            insert.setObject(7, utc(who.since().plus(A_SECOND)));
        });
        return kept == 0 ? Optional.empty() : Optional.of(key.cookie());
    }

    /** The tokens of a sign-in; empty when it has ended, has run out or never was. */
    Optional<String> tokensOf(String cookie) {
        var key = SignInKey.of(cookie);
        return key.isEmpty() ? Optional.empty() : tokensOf(key.get());
    }

    private Optional<String> tokensOf(SignInKey key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT sealed_tokens FROM sign_in WHERE key_hash = ? AND expires_at > ?")) {
            select.setBytes(1, key.hash());
            select.setObject(2, utc(clock.instant()));
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(key.open(rows.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
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
        return run("""
                UPDATE sign_in SET sealed_tokens = ?, expires_at = ?
                WHERE key_hash = ? AND username = ? AND keycloak_session = ?""", update -> {
                    update.setBytes(1, key.seal(tokens, random));
                    update.setObject(2, utc(clock.instant().plus(age)));
                    update.setBytes(3, key.hash());
                    update.setString(4, who.username());
                    update.setString(5, who.keycloakSession());
                })
                == 1;
    }

    /** Has it run out, unless it is renewed. */
    void runOut(String cookie) {
        SignInKey.of(cookie)
                .ifPresent(key ->
                        run("UPDATE sign_in SET expires_at = LEAST(expires_at, ?) WHERE key_hash = ?", update -> {
                            update.setObject(1, utc(clock.instant().plus(ON_THEIR_WAY)));
                            update.setBytes(2, key.hash());
                        }));
    }

    /** Ends a sign-in now, and what else one of Keycloak's sessions gave. */
    void end(String cookie) {
        SignInKey.of(cookie).ifPresent(key -> run("""
                        DELETE every FROM sign_in every JOIN sign_in this ON this.keycloak_session = every.keycloak_session
                        WHERE this.key_hash = ?""", delete -> delete.setBytes(1, key.hash())));
    }

    /** Ends the sign-in that one of Keycloak's sessions gave. */
    void endedAtKeycloak(String keycloakSession) {
        run("DELETE FROM sign_in WHERE keycloak_session = ?", delete -> delete.setString(1, keycloakSession));
    }

    /**
     * Ends all sign-ins of an account when this transaction commits, and those that Keycloak still gives without asking
     * her who she is: her next request is let in by nobody before she has signed in anew.
     */
    @Transactional
    public void endAllOf(String username) {
        run("UPDATE staff SET signed_out_at = ? WHERE username = ?", update -> {
            update.setObject(1, utc(clock.instant()));
            update.setString(2, username);
        });
        run("DELETE FROM sign_in WHERE username = ?", delete -> delete.setString(1, username));
    }

    /** Has every sign-in of an account asked for anew, so that the next page knows the roles she has now; she notices nothing. */
    @Transactional
    public void renewAllOf(String username) {
        run("DELETE FROM sign_in WHERE username = ?", delete -> delete.setString(1, username));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetThoseThatRanOut() {
        run("DELETE FROM sign_in WHERE expires_at <= ?", delete -> delete.setObject(1, utc(clock.instant())));
    }

    private int run(String sql, Values values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SignInsUnreachable(e);
        }
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
