package uk.thinkuknow.attendance.register;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.SignatureIsFinal;
import uk.thinkuknow.attendance.returns.SignedReturn;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ELM;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ROWAN;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.id;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.numbers;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ofThirty;

/**
 * Tests the register with device activity, signatures and random entries, and what SignedReturn and ClassAttendance
 * refuse.
 */
class RegisterTest {
    private static final Instant SIGNED = Instant.parse("2026-11-24T11:27:00Z");

    @Test
    void activityAfterSigningChangesNoMark() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).doubtful(ROWAN, 30);
        var register = given.register();
        register.sign();
        var late = List.of(Mark.fromDevice(ROWAN, 30, Presence.HERE, 10, 1500));
        register.addReport(given.sessionClasses().classes(), new DeviceReport(late, List.of()));
        assertEquals(Presence.CHECK, register.marksOf(ROWAN).getLast().presence());
    }

    @Test
    void activityBeforeSigningSettlesACheckUnlessTheSignerAnswered() {
        var given = ofThirty().here(ROWAN, numbers(1, 28)).doubtful(ROWAN, 29).doubtful(ROWAN, 30);
        var register = given.register();
        given.heads(ROWAN, 29)
                .put(RegisterFields.check(id(ROWAN), 30), "absent")
                .sent();
        var late = List.of(
                Mark.fromDevice(ROWAN, 29, Presence.HERE, 10, 1500),
                Mark.fromDevice(ROWAN, 30, Presence.HERE, 10, 1500));
        register.addReport(given.sessionClasses().classes(), new DeviceReport(late, List.of()));
        assertEquals(Presence.HERE, register.marksOf(ROWAN).get(28).presence());
        assertEquals(Presence.ABSENT, register.marksOf(ROWAN).get(29).presence());
    }

    @Test
    void aSignedRegisterCanBeNeitherFilledInNorSignedAgain() {
        var given = ofThirty();
        given.register().sign();
        var form = new RegisterForm(new MultivaluedHashMap<>());
        assertThrows(RegisterAlreadySigned.class, () -> given.register().fillIn(form, given.sessionClasses()));
        assertThrows(RegisterAlreadySigned.class, () -> given.register().sign());
    }

    @Test
    void aCardGivenOutWhileTheFormWasOpenIsAddedAsNotJoined() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).heads(ROWAN, 30);
        given.with(ROWAN, numbers(1, 31))
                .register()
                .addReport(given.sessionClasses().classes(), new DeviceReport(List.of(), List.of()));
        given.sent();
        assertFalse(given.register().marksOf(ROWAN).getLast().joined());
        assertEquals(31, given.register().marksOf(ROWAN).size());
    }

    @Test
    void zeroHeadsWithoutMarksMeanThatNobodyCame() {
        assertTrue(ofThirty().heads(ROWAN, 0).sent().nobodyCame());
        assertFalse(ofThirty().heads(ROWAN, 1).sent().nobodyCame());
        assertFalse(ofThirty().here(ROWAN, numbers(1, 3)).heads(ROWAN, 0).sent().nobodyCame());
    }

    @Test
    void aSignatureCanBeTakenBackByItsSignerAloneAndForTenMinutes() {
        var signed = new SignedReturn(
                new PublicId("r"),
                9,
                1,
                SignedReturn.State.COUNTED,
                new SignedReturn.Signature("Tess Amari", "tess", SIGNED));
        signed.requireCanBeTakenBackBy("tess", SIGNED.plus(Duration.ofMinutes(10)));
        assertThrows(
                SignatureIsFinal.class,
                () -> signed.requireCanBeTakenBackBy("tess", SIGNED.plus(Duration.ofMinutes(11))));
        assertThrows(SignatureIsFinal.class, () -> signed.requireCanBeTakenBackBy("tom", SIGNED));
    }

    @Test
    void aClassAttendanceThatBreaksTheCountingRulesCannotBeMade() {
        var cards = numbers(1, 30);
        assertThrows(IllegalArgumentException.class, () -> line(cards, numbers(7, 7), 0));
        assertThrows(IllegalArgumentException.class, () -> line(numbers(1, 31), CardSet.NONE, 0));
        assertThrows(IllegalArgumentException.class, () -> line(cards, CardSet.NONE, 1));
        assertThrows(IllegalArgumentException.class, () -> line(CardSet.NONE, CardSet.NONE, -1));
    }

    /** Every random register either has a problem, or its lines add up to the heads typed. */
    @Test
    void aRandomRegisterHasProblemsOrCountsExactlyTheHeadsTyped() {
        var random = new Random(20261124);
        int signed = 0;
        for (int i = 0; i < 3_000; i++) {
            var given = ofThirty();
            int heads = fill(given, random);
            var registerCount = given.sent();
            assertTrue(
                    registerCount.problems().isEmpty() != registerCount.lines().isEmpty());
            if (registerCount.problems().isEmpty()) {
                signed++;
                int attendance = registerCount.lines().stream()
                        .mapToInt(ClassAttendance::attendance)
                        .sum();
                assertEquals(heads, attendance, "what was typed is what is counted");
            }
        }
        assertTrue(signed > 300, "only " + signed + " could be signed");
    }

    private static int fill(GivenFilledRegister given, Random random) {
        for (int card = 1; card <= 30; card++) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> given.doubtful(ROWAN, card).put(RegisterFields.check(id(ROWAN), card), answer(random));
                default -> given.here(ROWAN, numbers(card, card));
            }
        }
        int visitors = random.nextInt(4);
        for (int v = 1; v <= visitors; v++) {
            given.visitor(v, VisitorKind.values()[random.nextInt(2)]);
            long ofClass = random.nextBoolean() ? ROWAN : ELM;
            var choices = List.of("absent", "with-" + id(ROWAN), "card-" + id(ofClass), "");
            given.put(RegisterFields.visitor(v), choices.get(random.nextInt(4)));
            given.put(RegisterFields.visitorCard(v), Integer.toString(random.nextInt(32)));
        }
        int heads = 20 + random.nextInt(14);
        given.heads(ROWAN, heads).put(RegisterFields.guests(id(ROWAN)), Integer.toString(random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            given.put(RegisterFields.unknown(id(ROWAN)), "yes");
        }
        return heads;
    }

    private static String answer(Random random) {
        return List.of("here", "absent", "").get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
    }

    private static ClassAttendance line(CardSet a, CardSet b, int unnamed) {
        return new ClassAttendance(ROWAN, null, a, b, numbers(1, 30), numbers(1, 30), unnamed, 0, 0);
    }
}
