package uk.thinkuknow.classroom.player;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.QuestionView.AnswerView;
import uk.thinkuknow.classroom.player.QuestionView.FeedbackView;
import uk.thinkuknow.classroom.player.QuestionView.Parts;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.Poll;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.SpotIt;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Shuffle;

/** Builds the {@link QuestionView} of a question by its kind, in a language and in the words of an age band. */
public final class QuestionViewFactory {
    private final QuestionWords words;

    private QuestionViewFactory(QuestionWords words) {
        this.words = words;
    }

    /** The view in English, for staff. */
    public static QuestionView of(Question question, String band) {
        return of(question, band, Language.ENGLISH);
    }

    static QuestionView of(Question question, String band, Language language) {
        return of(question, QuestionWords.of(band, language));
    }

    static QuestionView of(Question question, QuestionWords words) {
        var views = new QuestionViewFactory(words);
        return switch (question) {
            case SingleChoice q -> views.choice(q, words.chooseOne(), "", q.options());
            case PictureChoice q -> views.choice(q, words.chooseOne(), "", q.options());
            case MultipleChoice q ->
                views.choice(q, words.say("question.chooseAll"), words.say("question.moreThanOne"), q.options());
            case TrueFalse q -> views.trueFalse(q);
            case PutInOrder q -> views.inOrder(q);
            case Match q -> views.match(q);
            case Sort q -> views.sort(q);
            case FillTheGap q -> views.gaps(q);
            case SpotIt q -> views.spots(q);
            case Scale q -> views.scale(q);
            case Poll q -> views.poll(q);
            case Story q -> views.story(q);
        };
    }

    private QuestionView choice(Question q, String kicker, String how, List<Option> options) {
        return view(
                q,
                kicker,
                how,
                keys(options.stream().filter(Option::right).toList(), Option::key),
                each(options, o -> answer(o.key(), o.text(), o.picture())),
                each(options, o -> new FeedbackView(o.key(), tone(o.right()), o.feedback())),
                new Parts.None());
    }

    private QuestionView trueFalse(TrueFalse q) {
        return view(
                q,
                words.say("question.trueOrNot"),
                "",
                Boolean.toString(q.right()),
                List.of(
                        answer("true", words.say("question.isTrue"), null),
                        answer("false", words.say("question.notTrue"), null)),
                List.of(
                        new FeedbackView("true", tone(q.right()), q.feedbackTrue()),
                        new FeedbackView("false", tone(!q.right()), q.feedbackFalse())),
                new Parts.None());
    }

    private QuestionView inOrder(PutInOrder q) {
        return view(
                q,
                words.say("question.putInOrder"),
                words.say("question.moveThem"),
                keys(q.items(), Question.Item::key),
                each(q.startingOrder(), item -> answer(item.key(), item.text(), item.picture())),
                List.of(
                        new FeedbackView("right", "right", q.feedbackRight()),
                        new FeedbackView("other", "again", q.feedbackOther())),
                new Parts.None());
    }

    private QuestionView match(Match q) {
        return view(
                q,
                words.say("question.match"),
                words.say("question.tapPartner"),
                keys(q.pairs(), pair -> pair.key() + "=" + pair.key()),
                each(q.pairs(), pair -> answer(pair.key(), pair.text(), pair.picture())),
                each(q.pairs(), pair -> new FeedbackView(pair.key(), "told", pair.feedback())),
                new Parts.Places(each(
                        Shuffle.shuffledOutOfOrder(q.pairs(), q.key(), Question.Pair::key),
                        pair -> new QuestionView.PlaceView(pair.key(), pair.partner(), pair.partnerPicture()))));
    }

    private QuestionView sort(Sort q) {
        return view(
                q,
                words.say("question.sort"),
                words.say("question.chooseGroup"),
                keys(q.items(), item -> item.key() + "=" + item.group()),
                each(
                        Shuffle.shuffledOutOfOrder(q.items(), q.key(), Question.Sorted::key),
                        item -> answer(item.key(), item.text(), item.picture())),
                each(q.items(), item -> new FeedbackView(item.key(), "told", item.feedback())),
                new Parts.Places(each(
                        q.groups(), group -> new QuestionView.PlaceView(group.key(), group.text(), group.picture()))));
    }

    private QuestionView gaps(FillTheGap q) {
        var gaps = q.gaps();
        var around = q.around();
        return view(
                q,
                words.say("question.fillTheGap"),
                gaps.size() == 1 ? words.say("question.wordForGap") : words.say("question.wordForEach"),
                IntStream.range(0, gaps.size())
                        .mapToObj(i -> (i + 1) + "=" + gaps.get(i))
                        .collect(Collectors.joining(" ")),
                each(
                        Shuffle.shuffledOutOfOrder(q.words(), q.key(), Question.Word::key),
                        word -> answer(word.key(), word.text(), null)),
                each(q.words(), word -> new FeedbackView(word.key(), "told", word.feedback())),
                new Parts.Gaps(
                        IntStream.range(0, gaps.size())
                                .mapToObj(i -> new QuestionView.GapView(around.get(i), i + 1))
                                .toList(),
                        around.getLast()));
    }

    private QuestionView spots(SpotIt q) {
        var spots = IntStream.range(0, q.spots().size())
                .mapToObj(i -> spot(i + 1, q.spots().get(i)))
                .toList();
        return view(
                q,
                words.say("question.spotIt"),
                words.say("question.tapPicture"),
                keys(q.spots().stream().filter(Question.Spot::right).toList(), Question.Spot::key),
                each(q.spots(), spot -> answer(spot.key(), spot.text(), null)),
                each(q.spots(), spot -> new FeedbackView(spot.key(), tone(spot.right()), spot.feedback())),
                new Parts.Spots(q.picture(), spots));
    }

    private static QuestionView.SpotView spot(int number, Question.Spot spot) {
        return new QuestionView.SpotView(
                number, spot.key(), spot.text(), spot.x(), spot.y(), spot.width(), spot.height());
    }

    private QuestionView scale(Scale q) {
        var answers = new ArrayList<AnswerView>();
        var feedback = new ArrayList<FeedbackView>();
        int points = q.points().size();
        for (int point = 1; point <= points; point++) {
            int upTo = point;
            var bars = IntStream.rangeClosed(1, points)
                    .mapToObj(bar -> bar <= upTo)
                    .toList();
            var said = q.points().get(point - 1);
            answers.add(new AnswerView(Integer.toString(point), said.text(), null, bars));
            feedback.add(new FeedbackView(Integer.toString(point), "told", said.feedback()));
        }
        return view(
                q, words.whatYouThink(), words.say("question.noRightOrWrong"), "", answers, feedback, new Parts.None());
    }

    private QuestionView poll(Poll q) {
        return view(
                q,
                q.comesBack() ? words.say("question.whatYouThink") : words.whatYouThink(),
                q.comesBack() ? words.say("question.answerAtTheEnd") : words.say("question.noRightOrWrong"),
                "",
                each(q.choices(), choice -> answer(choice.key(), choice.text(), choice.picture())),
                each(q.choices(), choice -> new FeedbackView(choice.key(), "told", choice.feedback())),
                new Parts.None());
    }

    private QuestionView story(Story q) {
        var turns = q.scenes().stream().flatMap(scene -> scene.turns().stream()).toList();
        return view(
                q,
                words.say("question.story"),
                "",
                keys(turns.stream().filter(Question.Turn::best).toList(), Question.Turn::key),
                each(turns, turn -> answer(turn.key(), turn.text(), null)),
                each(
                        turns,
                        turn -> new FeedbackView(turn.key(), q.scored() ? tone(turn.best()) : "told", turn.feedback())),
                new Parts.Scenes(each(q.scenes(), QuestionViewFactory::scene)));
    }

    private static QuestionView.SceneView scene(Question.Scene scene) {
        return new QuestionView.SceneView(
                scene.key(),
                Markdown.html(scene.text()),
                scene.picture(),
                each(scene.turns(), turn -> new QuestionView.TurnView(turn.key(), turn.text(), turn.to())));
    }

    private QuestionView view(
            Question q,
            String kicker,
            String how,
            String right,
            List<AnswerView> answers,
            List<FeedbackView> feedback,
            Parts parts) {
        return new QuestionView(
                q, new QuestionView.Lines(kicker, how), right, answers, feedback, parts, words.language());
    }

    private static AnswerView answer(String key, String text, @Nullable Picture picture) {
        return new AnswerView(key, text, picture, List.of());
    }

    private static String tone(boolean right) {
        return right ? "right" : "again";
    }

    private static <T> String keys(List<T> things, Function<T, String> key) {
        return things.stream().map(key).collect(Collectors.joining(" "));
    }

    private static <T, V> List<V> each(List<T> things, Function<T, V> how) {
        return things.stream().map(how).toList();
    }
}
