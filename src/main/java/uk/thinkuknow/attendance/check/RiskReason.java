package uk.thinkuknow.attendance.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A sign of risk: a reason to check a return more often than others. It does not show that anything is wrong. The eight
 * signs are those of version 2 of the counting rules.
 */
enum RiskReason {
    CONFIRMED_LATE(facts -> facts.daysToConfirm() > RiskReason.DAYS_TO_CONFIRM),
    AMENDED(RiskFacts::amended),
    ALWAYS_FULL(facts -> facts.fullOfThree() >= RiskReason.TIMES),
    ALWAYS_FIVE_GUESTS(facts -> facts.fiveGuestsOfThree() >= RiskReason.TIMES),
    NO_DEVICES(facts -> facts.withoutDevice() > RiskReason.WITHOUT_DEVICE),
    SAME_PAIR(facts -> facts.samePair() >= RiskReason.TIMES),
    FIRST_OF_SCHOOL(RiskFacts::firstOfSchool),
    QUICK(facts -> facts.minutes() < RiskReason.MINUTES);

    /** After so many days a return that waits is on the manager's list. */
    private static final int DAYS_TO_CONFIRM = 14;

    /** Something that happened so many times running is taken as what always happens. */
    private static final int TIMES = 3;

    private static final int WITHOUT_DEVICE = 120;

    private static final int MINUTES = 10;

    private final Predicate<RiskFacts> found;

    RiskReason(Predicate<RiskFacts> found) {
        this.found = found;
    }

    /** Returns the signs of risk of a return, in the order in which they are declared here. */
    static List<RiskReason> of(RiskFacts facts) {
        return Arrays.stream(values()).filter(each -> each.found.test(facts)).toList();
    }

    /** Returns the signs as stored: their names, separated by commas. */
    static List<RiskReason> named(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(RiskReason::valueOf).toList();
    }
}
