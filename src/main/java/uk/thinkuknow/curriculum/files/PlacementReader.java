package uk.thinkuknow.curriculum.files;

import java.util.HashSet;
import java.util.List;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.Pair;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Sorted;
import uk.thinkuknow.curriculum.lesson.Question.Word;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Reads questions in which each item has its place: matching pairs, sorting into groups, filling gaps. */
final class PlacementReader {
    private static final String WHY = Words.of("files.sayWhyItBelongsThere");
    private static final int MOST_THINGS = BandDesign.FROM_FOURTEEN.things();
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
                        Words.of("files.giveTheThingsAndTheir"),
                        this::pair,
                        Pair::key));
    }

    private Pair pair(Fields fields) {
        return new Pair(
                fields.key("key"),
                fields.words("text", Words.of("files.writeWhatItIs")),
                pictures.in(fields),
                fields.words("partner", Words.of("files.writeWhatBelongsToIt")),
                pictures.in(fields, "partner-picture"),
                fields.words("feedback", Words.of("files.sayWhyTheseBelongTogether")));
    }

    /** Reads items to sort; every group must have at least one. */
    Sort sort(String key, String stem, Fields fields) {
        var young = fields.findings().band() == BandDesign.FROM_FOUR;
        var groups = fields.keyed(
                "groups", 2, young ? 2 : MOST_GROUPS, Words.of("files.nameTheGroups"), this::group, Group::key);
        var names = groups.stream().map(Group::key).toList();
        var items = fields.keyed(
                "items",
                3,
                things(fields),
                Words.of("files.listTheThingsToSort"),
                item -> sorted(item, names),
                Sorted::key);
        for (var group : groups) {
            if (!items.isEmpty()
                    && items.stream().noneMatch(item -> item.group().equals(group.key()))) {
                fields.found("items", Remark.of("files.hasNothingThatBelongsTo", group.text()));
            }
        }
        return new Sort(key, stem, groups, items);
    }

    private Group group(Fields fields) {
        return new Group(fields.key("key"), fields.words("text", Words.of("files.nameTheGroup")), pictures.in(fields));
    }

    private Sorted sorted(Fields fields, List<String> groups) {
        return new Sorted(
                fields.key("key"),
                fields.words("text", Words.of("files.writeWhatItIs")),
                pictures.in(fields),
                fields.oneOf("group", groups, Words.of("files.giveTheKeyOfThe")),
                fields.words("feedback", WHY));
    }

    /** Reads a text with gaps; every gap must name a word, and at least one word must fit no gap. */
    FillTheGap fillTheGap(String key, String stem, Fields fields) {
        var band = fields.findings().band();
        int most = band == null ? MOST_GAPS : band.answers() - 2;
        var question = new FillTheGap(
                key,
                stem,
                fields.words("text", Words.of("files.writeTheTextWithThe")),
                fields.keyed(
                        "words",
                        2,
                        QuestionReader.most(fields),
                        Words.of("files.listTheWordsToChoose"),
                        PlacementReader::word,
                        Word::key));
        var known = question.words().stream().map(Word::key).toList();
        var gaps = question.gaps();
        if (!question.text().isEmpty() && (gaps.isEmpty() || gaps.size() > most)) {
            fields.found("text", Remark.of("files.wrongNumberOfGaps", most, gaps.size()));
        }
        for (var gap : gaps) {
            if (!known.contains(gap)) {
                fields.found("text", Remark.of("files.hasTheGapWhichIs", gap, Spelling.suggestion(gap, known)));
            }
        }
        if (new HashSet<>(gaps).containsAll(known) && !known.isEmpty()) {
            fields.found("words", Remark.of("files.needsOneThatFitsNo"));
        }
        return question;
    }

    private static Word word(Fields fields) {
        return new Word(
                fields.key("key"),
                fields.words("text", Words.of("files.writeTheWord")),
                fields.words("feedback", Words.of("files.saySomethingKindToThe")));
    }

    private static int things(Fields fields) {
        var band = fields.findings().band();
        return band == null ? MOST_THINGS : band.things();
    }
}
