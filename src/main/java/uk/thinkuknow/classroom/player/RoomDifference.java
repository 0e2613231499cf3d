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
        var known = byKey(before);
        var listed = byKey(now);
        return new RoomDifference(
                now.revision(),
                now.open(),
                now.cards().stream()
                        .filter(card -> !card.equals(known.get(card.key())))
                        .toList(),
                known.keySet().stream()
                        .filter(key -> !listed.containsKey(key))
                        .sorted()
                        .toList(),
                now.waiting(),
                now.answers(),
                now.stands());
    }

    private static Map<String, RoomProgress.CardProgress> byKey(RoomProgress progress) {
        return progress.cards().stream().collect(Collectors.toMap(RoomProgress.CardProgress::key, Function.identity()));
    }
}
