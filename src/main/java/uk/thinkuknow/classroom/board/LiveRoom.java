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
import uk.thinkuknow.common.InWords;

/** What the first paint of a live room shows: a tile for each card the session is for, then what the script keeps up. */
record LiveRoom(
        List<LiveClass> classes,
        List<LiveTile> visitors,
        List<RoomProgress.Waiting> waiting,
        int steps,
        RoomProgress.Stands stands,
        List<SureAndWrong> sure,
        List<RoomProgress.Answers> answers) {
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
                            InWords.word(one.getValue().size(), "Card ", "Cards ") + String.join(", ", one.getValue())))
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

    public long absent() {
        return cards() - here();
    }

    /** Whose latest answer was wrong. */
    public long lastWrong() {
        return tiles().filter(tile -> tile.isHere() && tile.state().lastWrong()).count();
    }

    public long finished() {
        return tiles().filter(LiveTile::isFinished).count();
    }

    /** How many are on a step and have not finished. */
    public long on(int step) {
        return tiles().filter(tile ->
                        tile.isHere() && !tile.isFinished() && tile.state().step() == step)
                .count();
    }

    /** Is this the question that stands open: the one the class is on, or was on last? */
    public boolean isNow(LiveQuestion question, List<LiveQuestion> all) {
        return question.step() == LiveQuestion.placeOfNow(all, at());
    }

    /** By how many a question was answered. */
    public int answered(int step) {
        return answers.stream()
                .filter(one -> one.step() == step)
                .mapToInt(RoomProgress.Answers::answered)
                .sum();
    }

    /** What a bar of its options is measured against: those who have answered it. */
    public int shareOf(int step) {
        return Math.max(1, answered(step));
    }

    /** How many chose an option of a question. */
    public int chose(int step, int option) {
        return answers.stream()
                .filter(one -> one.step() == step)
                .mapToInt(one -> one.counts().get(option))
                .sum();
    }

    /** Who has no signal, as the script says it: many at once are the Wi-Fi and no child's affair. */
    public List<Silent> silent() {
        var silent = Stream.concat(tiles(), visitors.stream())
                .filter(tile -> tile.state().words().equals("No signal"))
                .toList();
        var numbers = silent.stream().map(LiveTile::shortName).collect(Collectors.joining(", "));
        return silent.size() > 3
                ? List.of(new Silent(
                        silent.size() + " without a signal: ", numbers + ". Answers are kept on the devices."))
                : silent.stream()
                        .map(tile -> new Silent(
                                tile.card() == null ? tile.name() : tile.number() + " " + tile.name(),
                                ": no signal. Answers are kept on the device."))
                        .toList();
    }

    /** A line about devices that are not heard of: who, and what of it. */
    record Silent(String who, String what) {}

    /** Where the class is: the step to which it was taken, or else most are; past every step once most have finished. */
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
