package uk.thinkuknow.classroom;

import java.util.List;
import java.util.stream.Stream;

/** What the first paint of a live room shows: a tile for each card the session is for, then what the script keeps up. */
record LiveRoom(List<LiveClass> classes, List<LiveTile> visitors, List<RoomProgress.Waiting> waiting, int steps) {

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
