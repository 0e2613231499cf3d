package uk.thinkuknow.classroom.room;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A class of a session, with the cards the session is for. */
public record RoomClass(long id, PublicId publicId, String name, List<RoomCard> cards) {

    /** A card as children see it: the picture "blue-otter" has the name "Blue Otter". */
    public record RoomCard(int number, String picture, String name) {}

    @Nullable
    public RoomCard card(int number) {
        for (var card : cards) {
            if (card.number() == number) {
                return card;
            }
        }
        return null;
    }
}
