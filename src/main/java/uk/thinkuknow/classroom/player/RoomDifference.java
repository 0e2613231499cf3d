package uk.thinkuknow.classroom.player;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has changed in the progress of a session since the teacher's live room was told last.
 *
 * @param cards the cards that are new or have changed
 * @param gone keys of the tiles of cards that are no longer listed
 */
public record RoomDifference(
        int revision,
        boolean open,
        List<RoomProgress.CardProgress> cards,
        List<String> gone,
        List<RoomProgress.Waiting> waiting,
        List<RoomProgress.Answers> answers,
        RoomProgress.RoomSettings stands) {
    /** The difference between two states of a room. */
    public static RoomDifference between(RoomProgress before, RoomProgress now) {
        var known = byTile(before);
        var listed = byTile(now);
        return new RoomDifference(
                now.revision(),
                now.open(),
                now.cards().stream()
                        .filter(card -> !card.equals(known.get(Tile.of(card))))
                        .toList(),
                before.cards().stream()
                        .filter(card -> !listed.containsKey(Tile.of(card)))
                        .map(RoomProgress.CardProgress::key)
                        .sorted()
                        .toList(),
                now.waiting(),
                now.answers(),
                now.stands());
    }

    /** The place of a card in the live room. */
    private record Tile(long classId, int card, int visitor) {
        static Tile of(RoomProgress.CardProgress card) {
            return new Tile(card.classId(), card.card(), card.visitor());
        }
    }

    private static Map<Tile, RoomProgress.CardProgress> byTile(RoomProgress progress) {
        return progress.cards().stream().collect(Collectors.toMap(Tile::of, Function.identity()));
    }
}
