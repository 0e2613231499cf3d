package uk.thinkuknow.attendance.check;

/**
 * What the signs of risk of a return are found from. A lesson is of the person who signs for it.
 *
 * @param daysToConfirm whole days from the signature to the confirmation; 0 if nobody had to confirm
 * @param amended whether the return replaced an earlier version
 * @param fullOfThree how many of the signer's last three lessons, this one included, had every card here
 * @param fiveGuestsOfThree how many of these had a class with exactly five guests
 * @param withoutDevice children of the signer on the day of the lesson who did not pick a card on a device
 * @param samePair how many returns of the school year this signer and this confirmer had signed and confirmed by then
 * @param firstOfSchool whether no return of the school counted before
 * @param minutes whole minutes from its start to its end
 */
record RiskFacts(
        int daysToConfirm,
        boolean amended,
        int fullOfThree,
        int fiveGuestsOfThree,
        int withoutDevice,
        int samePair,
        boolean firstOfSchool,
        int minutes) {}
