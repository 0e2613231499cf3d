package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Refused;

/** Refused: a retired card cannot be put back, because another card in force now has its picture. */
public final class CardPictureTaken extends Refused {
    CardPictureTaken(int number) {
        super("Another child has the picture of card " + number + " by now. Add a card for this child instead.");
    }
}
