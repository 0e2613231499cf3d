package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may confirm a return that waits. */
class ConfirmerRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final long SIGNER = 1;
    private static final long DELIVERER = 2;
    private static final long COLLEAGUE = 3;

    @Test
    void aColleagueWhoBelongedToTheSchoolBeforeThatDayMayConfirm() {
        assertTrue(ConfirmerRules.may(member(COLLEAGUE, DAY.minusDays(1), null), lesson()));
    }

    @Test
    void nobodyConfirmsWhatTheyDeliveredSignedOrEntered() {
        for (long actor : new long[] {SIGNER, DELIVERER}) {
            assertFalse(ConfirmerRules.may(member(actor, DAY.minusYears(1), null), lesson()));
            assertFalse(ConfirmerRules.may(new ConfirmerRules.Candidate(actor, null, null, true, Set.of()), lesson()));
        }
    }

    @Test
    void aMembershipThatBeganThatDayOrLaterIsTooNew() {
        assertFalse(ConfirmerRules.may(member(COLLEAGUE, DAY, null), lesson()));
        assertFalse(ConfirmerRules.may(member(COLLEAGUE, DAY.plusDays(1), null), lesson()));
    }

    @Test
    void somebodyWhomTheSignerInvitedOrApprovedMayNotConfirmHoweverLongAgo() {
        assertFalse(ConfirmerRules.may(member(COLLEAGUE, DAY.minusYears(1), SIGNER), lesson()));
        assertTrue(ConfirmerRules.may(member(COLLEAGUE, DAY.minusYears(1), 9L), lesson()));
    }

    @Test
    void aManagerOfTheAreaMayConfirmAndAStrangerMayNot() {
        assertTrue(ConfirmerRules.may(new ConfirmerRules.Candidate(COLLEAGUE, null, null, true, Set.of()), lesson()));
        assertFalse(ConfirmerRules.may(new ConfirmerRules.Candidate(COLLEAGUE, null, null, false, Set.of()), lesson()));
    }

    @Test
    void atAVisitThePersonInTheRoomAnswersAndAManagerOnlyIfItIsNotPlausible() {
        var inRoom = member(COLLEAGUE, DAY.minusYears(1), null);
        var other = member(4, DAY.minusYears(1), null);
        var manager = new ConfirmerRules.Candidate(5, null, null, true, Set.of());
        for (boolean plausible : new boolean[] {true, false}) {
            var visit = new ConfirmerRules.ToConfirm(
                    7, DAY, Set.of(SIGNER), COLLEAGUE, plausible ? Set.of() : Set.of(Ground.SHORT));
            assertTrue(ConfirmerRules.may(inRoom, visit));
            assertFalse(ConfirmerRules.may(other, visit));
            assertTrue(ConfirmerRules.may(manager, visit) != plausible);
        }
    }

    @Test
    void aVisitThatIsNotPlausibleIsNotConfirmedByAPersonInTheRoomWhoJoinedThatDay() {
        var visit = new ConfirmerRules.ToConfirm(7, DAY, Set.of(SIGNER), COLLEAGUE, Set.of(Ground.SHORT));
        assertFalse(ConfirmerRules.may(member(COLLEAGUE, DAY, null), visit));
    }

    @Test
    void childrenBeyondTheRollAreForAManagerAlone() {
        for (var ground : Ground.values()) {
            boolean beyond = ground == Ground.OVER_ROLL || ground == Ground.HEADS;
            var lesson = new ConfirmerRules.ToConfirm(7, DAY, Set.of(SIGNER), null, EnumSet.of(Ground.SHORT, ground));
            assertEquals(!beyond, ConfirmerRules.may(member(COLLEAGUE, DAY.minusYears(1), null), lesson), ground + "");
            assertTrue(ConfirmerRules.may(new ConfirmerRules.Candidate(5, null, null, true, Set.of()), lesson));
            assertFalse(ConfirmerRules.may(new ConfirmerRules.Candidate(SIGNER, null, null, true, Set.of()), lesson));
        }
    }

    @Test
    void childrenBeyondTheRollAreNotForAManagerWhoAdmittedWhoSignedThem() {
        var admitted = new ConfirmerRules.Candidate(5, null, null, true, Set.of(SIGNER, 9L));
        var others = new ConfirmerRules.Candidate(5, null, null, true, Set.of(9L));
        var lesson = new ConfirmerRules.ToConfirm(7, DAY, Set.of(SIGNER, DELIVERER), null, Set.of(Ground.OVER_ROLL));
        assertFalse(ConfirmerRules.may(admitted, lesson));
        assertTrue(ConfirmerRules.may(others, lesson));
        assertTrue(ConfirmerRules.may(admitted, lesson()), "within the roll");
    }

    private static ConfirmerRules.ToConfirm lesson() {
        return new ConfirmerRules.ToConfirm(7, DAY, Set.of(SIGNER, DELIVERER), null, Set.of(Ground.SHORT));
    }

    private static ConfirmerRules.Candidate member(long staffId, LocalDate since, @Nullable Long admittedBy) {
        return new ConfirmerRules.Candidate(staffId, since, admittedBy, false, Set.of());
    }
}
