package uk.thinkuknow.reach.targets;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.reach.targets.TargetProposal.ActingManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who may approve, refuse and take back a proposed change of a target, and what happens to the target. */
class TargetChangeTest {
    private static final ActingManager MINA = new ActingManager(1, "Mina");
    private static final ActingManager MEG = new ActingManager(2, "Meg");
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

    private final Target target = new Target();

    @Test
    void aProposedNumberIsNotInForce() {
        var change = proposed(400);
        assertNull(target.number());
        assertTrue(change.isOpen());
    }

    @Test
    void theApprovalOfASecondManagerPutsTheNumberIntoForce() {
        var change = proposed(400);
        change.approve(MEG, AT);
        assertEquals(400, target.number());
        assertEquals("Meg", change.decidedBy());
        assertEquals(AT, change.decidedAt());
    }

    @Test
    void nobodyApprovesOrRefusesTheirOwnProposal() {
        var change = proposed(400);
        assertThrows(Refused.class, () -> change.approve(MINA, AT));
        assertThrows(Refused.class, () -> change.refuse(MINA, AT, "No"));
        assertNull(target.number());
    }

    @Test
    void aRefusalLeavesTheNumberInForceUnchanged() {
        proposed(400).approve(MEG, AT);
        var change = proposed(500);
        change.refuse(MEG, AT, "Too many");
        assertEquals(400, target.number());
        assertEquals(400, change.was());
        assertEquals("refused by Meg, 2 November 2026, 10:00: Too many", TargetWords.outcome(change));
    }

    @Test
    void onlyTheProposerCanTakeTheChangeBack() {
        var change = proposed(400);
        assertThrows(Refused.class, () -> change.takeBack(MEG, AT));
        change.takeBack(MINA, AT);
        assertFalse(change.isOpen());
    }

    @Test
    void aDecidedChangeCannotBeDecidedAgain() {
        var change = proposed(400);
        change.approve(MEG, AT);
        var refused = assertThrows(Refused.class, () -> change.refuse(MEG, AT, "On second thoughts"));
        assertEquals("This has been decided meanwhile: approved by Meg, 2 November 2026, 10:00.", refused.why());
    }

    @Test
    void proposingAndApprovingRaiseTheVersionOfTheTarget() {
        var change = proposed(400);
        assertEquals(1, target.version());
        change.approve(MEG, AT);
        assertEquals(2, target.version());
    }

    private TargetChange proposed(int number) {
        return new TargetChange(new TargetProposal(new PublicId("aaaaaaaaaa"), "Because", MINA, AT), target, number);
    }
}
