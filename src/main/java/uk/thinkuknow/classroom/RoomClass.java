package uk.thinkuknow.classroom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.PublicId;

/** A class of a session with the cards the session is for. */
record RoomClass(long id, PublicId publicId, String name, List<RoomCard> cards) {

    /** A card as a child sees it: "blue-otter" is called "Blue Otter". */
    record RoomCard(int number, String picture, String name) {}

    @Nullable
    RoomCard card(int number) {
        for (var card : cards) {
            if (card.number() == number) {
                return card;
            }
        }
        return null;
    }
}
