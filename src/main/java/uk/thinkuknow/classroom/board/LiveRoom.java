package uk.thinkuknow.classroom.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.common.Words;

/**
 * The live room as the server first renders it: a tile for each card of the session, the second devices that ask for a
 * card, and the counts that the script then updates.
 */
record LiveRoom(
        List<LiveClass> classes,
        List<LiveTile> visitors,
        List<RoomProgress.Waiting> waiting,
        int steps,
        RoomProgress.RoomSettings stands,
        List<SureAndWrong> sure,
        List<RoomProgress.Answers> answers) {
    /**
     * A question and the cards that were sure of a wrong answer.
     *
     * @param step its step number, from 1
     * @param who the cards as words, for example "Cards 3, 7"
     */
    record SureAndWrong(int step, String who) {
        static List<SureAndWrong> of(List<RoomProgress.CardProgress> cards) {
            var byStep = new TreeMap<Integer, List<String>>();
            cards.forEach(card -> card.sureWrong()
                    .forEach(step -> byStep.computeIfAbsent(step, any -> new ArrayList<>())
                            .add(card.visitor() > 0 ? Words.of("board.visitor", card.visitor()) : "" + card.card())));
            return byStep.entrySet().stream()
                    .map(one -> new SureAndWrong(
                            one.getKey(),
                            Words.of("board.cards", one.getValue().size(), String.join(", ", one.getValue()))))
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

    /** Number of devices that wait until the teacher lets them in. */
    public int atDoor() {
        var door = stands.door();
        return door == null ? 0 : door.waiting();
    }

    /** Returns whether devices wait because every place is taken. */
    public boolean isFull() {
        var door = stands.door();
        return door != null && door.full();
    }

    public int cards() {
        return classes.stream().mapToInt(one -> one.tiles().size()).sum();
    }

    public long here() {
        return tiles().filter(LiveTile::isHere).count();
    }

    /** Full length of a step's bar: the number of cards present, at least 1. */
    public long scale() {
        return Math.max(1, here());
    }

    /** Returns whether the teacher has led the class to this step. */
    public boolean isAt(int step) {
        return stands.at() == step;
    }

    public boolean isRevealed(int step) {
        return stands.revealed().contains(step);
    }

    /** Tiles that an act can apply to: cards and visitors on a device. */
    public List<LiveTile> seated() {
        return Stream.concat(tiles(), visitors.stream())
                .filter(LiveTile::isHere)
                .toList();
    }

    public long absent() {
        return cards() - here();
    }

    /** Number of cards present whose latest answer was wrong. */
    public long lastWrong() {
        return tiles().filter(tile -> tile.isHere() && tile.state().lastWrong()).count();
    }

    public long finished() {
        return tiles().filter(LiveTile::isFinished).count();
    }

    /** Number of cards that are on a step and have not finished. */
    public long on(int step) {
        return tiles().filter(tile ->
                        tile.isHere() && !tile.isFinished() && tile.state().step() == step)
                .count();
    }

    /** Returns whether this is the current question: the one the class is on, or the last one before it. */
    public boolean isNow(LiveQuestion question, List<LiveQuestion> all) {
        return question.step() == LiveQuestion.placeOfNow(all, at());
    }

    /** Number of seats that answered the question of a step. */
    public int answered(int step) {
        return answers.stream()
                .filter(one -> one.step() == step)
                .mapToInt(RoomProgress.Answers::answered)
                .sum();
    }

    /** Full length of an option's bar: the number of answers to the question of this step, at least 1. */
    public int shareOf(int step) {
        return Math.max(1, answered(step));
    }

    /**
     * Number of seats that chose an option.
     *
     * @param option its index, from 0
     */
    public int chose(int step, int option) {
        return answers.stream()
                .filter(one -> one.step() == step)
                .mapToInt(one -> one.counts().get(option))
                .sum();
    }

    /**
     * The lines about devices without a signal. More than three get one line, because then the Wi-Fi is the cause.
     */
    public List<NoSignal> silent() {
        var silent = Stream.concat(tiles(), visitors.stream())
                .filter(tile -> tile.state().silent())
                .toList();
        var numbers = silent.stream().map(LiveTile::shortName).collect(Collectors.joining(", "));
        return silent.size() > 3
                ? List.of(new NoSignal(silent.size(), numbers))
                : silent.stream()
                        .map(tile ->
                                new NoSignal(1, tile.card() == null ? tile.name() : tile.number() + " " + tile.name()))
                        .toList();
    }

    /**
     * A line about devices without a signal.
     *
     * @param devices how many they are
     * @param cards their cards
     */
    record NoSignal(int devices, String cards) {}

    /**
     * Number of the step the class is on: the step it was led to, otherwise the step most cards are on. 0 if nobody has
     * started, {@link Integer#MAX_VALUE} once more have finished than are on any one step.
     */
    private int at() {
        if (stands.at() > 0) {
            return stands.at();
        }
        int most = IntStream.rangeClosed(1, steps)
                .boxed()
                .max(Comparator.comparingLong((Integer step) -> on(step)).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
        return on(most) == 0 && finished() == 0 ? 0 : finished() > on(most) ? Integer.MAX_VALUE : most;
    }

    private Stream<LiveTile> tiles() {
        return classes.stream().flatMap(one -> one.tiles().stream());
    }
}
