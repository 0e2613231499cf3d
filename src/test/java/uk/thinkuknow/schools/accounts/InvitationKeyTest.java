package uk.thinkuknow.schools.accounts;

import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how much chance is in the link of an invitation, and in the first password of the account that it makes. */
class InvitationKeyTest {
    private static final StaffMember SENDER =
            new StaffMember(1, "ada", "Ada", Set.of("administrator"), null, Scope.PROGRAMME, null);

    private final Random random = new Random(7);

    @Test
    void eachOf256BitsIsDrawn() {
        var ones = new BitSet();
        var zeros = new BitSet();
        for (int i = 0; i < 64; i++) {
            var drawn = BitSet.valueOf(
                    Base64.getUrlDecoder().decode(InvitationKey.draw(random).inLink()));
            ones.or(drawn);
            drawn.flip(0, 256);
            zeros.or(drawn);
        }
        assertEquals(256, ones.cardinality());
        assertEquals(256, zeros.cardinality());
    }

    @Test
    void aFirstPasswordHas28OfThirtyTwoSymbolsAndEachOfThemAtEachPlace() {
        var passwords = new OneTimePasswords(new Invitations(), people(), "a secret of at least thirty-two characters");
        var seen = new TreeSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var password = passwords.of(invitation()).replace("-", "");
            assertEquals(28, password.length());
            for (int at = 0; at < password.length(); at++) {
                seen.add(at + " " + password.charAt(at));
            }
        }
        assertEquals(28 * 32, seen.size());
    }

    private Invitation invitation() {
        var whom = Invitation.Invitee.toProgramme("a@b.example", "Ann", "manager");
        return new Invitation(null, whom, InvitationKey.draw(random).hash(), SENDER, Instant.EPOCH);
    }

    @SuppressWarnings("NullAway") // a password asks nobody
    private static PeopleService people() {
        return null;
    }
}
