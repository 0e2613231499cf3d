package uk.thinkuknow.curriculum.files;

import java.util.HashSet;
import java.util.List;
import uk.thinkuknow.curriculum.lesson.Band;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.Pair;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Sorted;
import uk.thinkuknow.curriculum.lesson.Question.Word;

/** Reads questions in which each item has its place: matching pairs, sorting into groups, filling gaps. */
final class PlacementReader {
    private static final String WHY = "say why it belongs there, kindly: every child reads it";
    private static final int MOST_THINGS = Band.FOURTEEN_TO_EIGHTEEN.things();
    private static final int MOST_GROUPS = 3;
    private static final int MOST_GAPS = 4;

    private final PictureReader pictures;

    PlacementReader(PictureReader pictures) {
        this.pictures = pictures;
    }

    /** Reads pairs to match. */
    Match match(String key, String stem, Fields fields) {
        return new Match(
                key,
                stem,
                fields.keyed(
                        "pairs",
                        2,
                        QuestionReader.most(fields),
                        "give the things and their partners",
                        this::pair,
                        Pair::key));
    }

    private Pair pair(Fields fields) {
        return new Pair(
                fields.key("key"),
                fields.words("text", "write what it is"),
                pictures.in(fields),
                fields.words("partner", "write what belongs to it"),
                pictures.in(fields, "partner-picture"),
                fields.words("feedback", "say why these belong together, kindly: every child reads it"));
    }

    /** Reads items to sort; every group must have at least one. */
    Sort sort(String key, String stem, Fields fields) {
        var young = fields.findings().band() == Band.FOUR_TO_SEVEN;
        var groups = fields.keyed("groups", 2, young ? 2 : MOST_GROUPS, "name the groups", this::group, Group::key);
        var names = groups.stream().map(Group::key).toList();
        var items = fields.keyed(
                "items", 3, things(fields), "list the things to sort", item -> sorted(item, names), Sorted::key);
        for (var group : groups) {
            if (!items.isEmpty()
                    && items.stream().noneMatch(item -> item.group().equals(group.key()))) {
                fields.found("items", "has nothing that belongs to the group \"" + group.text() + "\"");
            }
        }
        return new Sort(key, stem, groups, items);
    }

    private Group group(Fields fields) {
        return new Group(fields.key("key"), fields.words("text", "name the group"), pictures.in(fields));
    }

    private Sorted sorted(Fields fields, List<String> groups) {
        return new Sorted(
                fields.key("key"),
                fields.words("text", "write what it is"),
                pictures.in(fields),
                fields.oneOf("group", groups, "give the key of the group it belongs to"),
                fields.words("feedback", WHY));
    }

    /** Reads a text with gaps; every gap must name a word, and at least one word must fit no gap. */
    FillTheGap fillTheGap(String key, String stem, Fields fields) {
        var band = fields.findings().band();
        int most = band == null ? MOST_GAPS : band.answers() - 2;
        var question = new FillTheGap(
                key,
                stem,
                fields.words("text", "write the text, with the key of the right word as [key] for each gap"),
                fields.keyed(
                        "words",
                        2,
                        QuestionReader.most(fields),
                        "list the words to choose from",
                        PlacementReader::word,
                        Word::key));
        var known = question.words().stream().map(Word::key).toList();
        var gaps = question.gaps();
        if (!question.text().isEmpty() && (gaps.isEmpty() || gaps.size() > most)) {
            fields.found("text", "needs 1 to " + most + " gaps, each as [key], has " + gaps.size());
        }
        for (var gap : gaps) {
            if (!known.contains(gap)) {
                fields.found(
                        "text", "has the gap [" + gap + "], which is no word's key" + Spelling.suggestion(gap, known));
            }
        }
        if (new HashSet<>(gaps).containsAll(known) && !known.isEmpty()) {
            fields.found("words", "needs one that fits no gap, so that there is something to choose");
        }
        return question;
    }

    private static Word word(Fields fields) {
        return new Word(
                fields.key("key"),
                fields.words("text", "write the word"),
                fields.words("feedback", "say something kind to the child who puts it into a gap"));
    }

    private static int things(Fields fields) {
        var band = fields.findings().band();
        return band == null ? MOST_THINGS : band.things();
    }
}
