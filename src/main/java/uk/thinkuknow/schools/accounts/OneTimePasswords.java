package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.KeycloakProblem;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Computes the first password of an account made by an invitation, from the invitation's key and the installation's
 * secret. It is stored nowhere, and can be sent to Keycloak as often as needed.
 */
@Singleton
class OneTimePasswords {
    /** 32 symbols, one for each value of five bits, without any that look alike. */
    private static final String SYMBOLS = "23456789abcdefghjkmnpqrstuvwxyzA";

    private static final int GROUPS = 7;
    private static final int GROUP = 4;

    private final Invitations invitations;
    private final PeopleService people;
    private final byte[] key;

    OneTimePasswords(
            Invitations invitations, PeopleService people, @ConfigProperty(name = "thinkuknow.secret") String secret) {
        this.invitations = invitations;
        this.people = people;
        key = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The account to create in Keycloak; empty if it was erased before Keycloak was told.
     *
     * @throws KeycloakProblem if the invitation is no longer stored
     */
    Optional<Keycloak.NewAccount> newAccount(String username) {
        return RetryOnConflict.call(() -> people.accountByUsername(username).map(account -> {
            var invitation = invitations
                    .thatMade(account.id())
                    .orElseThrow(() -> new KeycloakProblem(Words.of("accounts.passwordGone")));
            return new Keycloak.NewAccount(username, account.name(), account.email(), of(invitation));
        }));
    }

    /** The password, for example "k7mw-3x9q-p2ht-rb6n-47cd-wq2z-m8vf": 28 symbols, 140 bits. */
    String of(Invitation invitation) {
        var bytes = Sha256.hmac(key, "one-time password".getBytes(StandardCharsets.UTF_8), invitation.keyHash());
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(group * GROUP, (group + 1) * GROUP)
                        .mapToObj(i -> "" + SYMBOLS.charAt(bytes[i] & 31))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
