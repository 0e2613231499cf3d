package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Refused;

/** A retired card cannot come back once another child of the class has its picture. */
public final class PictureGivenAgain extends Refused {
    PictureGivenAgain(int number) {
        super("Another child has the picture of card " + number + " by now. Add a card for this child instead.");
    }
}
