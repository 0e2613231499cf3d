package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Refused;

/** Thrown when a retired card cannot be put back into use, because another card in force has its picture by now. */
public final class CardPictureTaken extends Refused {
    CardPictureTaken(int number) {
        super("school.cardPictureTaken", number);
    }
}
