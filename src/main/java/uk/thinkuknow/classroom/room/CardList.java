package uk.thinkuknow.classroom.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The lesson's name and the cards to pick from, sent for a right join code. */
public record CardList(
        String title,
        String band,
        String language,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean locked,
        List<ClassCards> classes) {

    /** A class of the session and its cards. */
    record ClassCards(@JsonProperty("class") String classId, String name, List<CardToPick> cards) {}

    /**
     * A card to pick.
     *
     * @param card key of its picture, for example "blue-otter"
     * @param taken whether a device has it
     */
    record CardToPick(int number, String card, String name, boolean taken) {}

    static CardList of(Room room) {
        var taught = room.words().taught();
        var lesson = taught.lesson();
        return new CardList(
                lesson.title(),
                lesson.band(),
                taught.spoken().language().key(),
                room.standing().door().locked(),
                room.row().classes().stream().map(one -> cards(room, one)).toList());
    }

    private static ClassCards cards(Room room, RoomClass one) {
        var taken = room.taken(one.id());
        var cards = one.cards().stream()
                .map(card -> new CardToPick(card.number(), card.picture(), card.name(), taken.get(card.number())))
                .toList();
        return new ClassCards(one.publicId().value(), one.name(), cards);
    }
}
