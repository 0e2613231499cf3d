package uk.thinkuknow.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the first paint of a live room shows: a tile for each card the session is for, then what the script keeps up. */
record LiveRoom(
        List<LiveClass> classes,
        List<LiveTile> visitors,
        List<RoomProgress.Waiting> waiting,
        int steps,
        RoomProgress.Stands stands,
        List<SureAndWrong> sure) {
    /** A question that some were sure about and wrong: the place of its step, and who they are. */
    record SureAndWrong(int step, String who) {
        static List<SureAndWrong> of(List<RoomProgress.CardProgress> cards) {
            var byStep = new TreeMap<Integer, List<String>>();
            cards.forEach(card -> card.sureWrong()
                    .forEach(step -> byStep.computeIfAbsent(step, any -> new ArrayList<>())
                            .add(card.visitor() > 0 ? "visitor " + card.visitor() : "" + card.card())));
            return byStep.entrySet().stream()
                    .map(one -> new SureAndWrong(
                            one.getKey(),
                            (one.getValue().size() == 1 ? "Card " : "Cards ") + String.join(", ", one.getValue())))
                    .toList();
        }
    }

    /** A class of the session and its tiles. */
    record LiveClass(String id, String name, List<LiveTile> tiles) {
        LiveClass withoutAnswers() {
            return new LiveClass(
                    id, name, tiles.stream().map(LiveTile::withoutAnswer).toList());
        }
    }

    public int cards() {
        return classes.stream().mapToInt(one -> one.tiles().size()).sum();
    }

    public long here() {
        return tiles().filter(LiveTile::isHere).count();
    }

    /** What a bar of the steps is measured against: those who are here. */
    public long scale() {
        return Math.max(1, here());
    }

    /** The class is led: is this the step it was taken to? */
    public boolean isAt(int step) {
        return stands.at() == step;
    }

    public boolean isRevealed(int step) {
        return stands.revealed().contains(step);
    }

    /** Whom something can be done with: cards and visitors that have a device. */
    public List<LiveTile> seated() {
        return Stream.concat(tiles(), visitors.stream())
                .filter(LiveTile::isHere)
                .toList();
    }

    public long finished() {
        return tiles().filter(tile -> tile.words().equals("Finished")).count();
    }

    /** How many are on a step and have not finished. */
    public long on(int step) {
        return tiles().filter(tile -> tile.isHere() && !tile.words().equals("Finished") && tile.step() == step)
                .count();
    }

    private Stream<LiveTile> tiles() {
        return classes.stream().flatMap(one -> one.tiles().stream());
    }
}
