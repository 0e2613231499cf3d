package uk.thinkuknow.results.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.results.outcome.OutcomeFigures.Row;

/** Builds the sentences, tables and bars of the outcomes page from the figures. */
final class OutcomeViews {
    private static final int MIDDLE = 50;

    private OutcomeViews() {}

    /** Looks up the names of module versions and areas; {@code regions} if tables by area show regions. */
    record Names(Function<Long, Version> version, Function<String, String> area, boolean regions) {
        Version of(Batch batch) {
            return version.apply(batch.asked().version());
        }
    }

    /**
     * A version of a module.
     *
     * @param edition the edition of its questions
     */
    record Version(String key, String title, int number, String band, int edition) {
        String words() {
            return Words.of("outcome.versionOf", title, String.valueOf(number));
        }
    }

    /**
     * Knowledge or confidence, in a sentence and in three tables.
     *
     * @param earlier whether it was measured with questions of an earlier edition
     */
    record MeasureView(String id, String name, boolean earlier, String said, List<Table> tables) {}

    /** A table of rows by age band, area or lesson. */
    record Table(String id, String name, String first, List<RowView> rows) {}

    /**
     * A row of a table of outcomes: an age band, area or lesson with its effect, in words.
     *
     * @param answers how many pairs of answers there are, rounded
     * @param points the difference and its interval
     * @param said what the interval means, in a sentence
     * @param drawn the interval as a bar
     */
    record RowView(
            String name, String answers, String before, String after, String points, String said, IntervalBar drawn) {}

    /** The interval and its middle on a scale from 50 points fewer, at 0, to 50 points more, at 100. */
    record IntervalBar(int from, int width, int middle) {}

    /** Returns the views for each edition of the questions, the current one first. */
    static List<MeasureView> of(OutcomeFigures all, OutcomeScope within, Names names) {
        var views = new ArrayList<MeasureView>();
        all.byEdition(batch -> names.of(batch).edition()).forEach((edition, figures) -> {
            for (var measure : OutcomeMeasure.values()) {
                of(edition, measure, figures.only(measure), within, names).ifPresent(views::add);
            }
        });
        return views;
    }

    private static Optional<MeasureView> of(
            int edition, OutcomeMeasure measure, OutcomeFigures figures, OutcomeScope within, Names names) {
        return figures.effect().map(effect -> {
            boolean earlier = edition < Lesson.EDITION;
            var id = measure.name().toLowerCase(Locale.ROOT) + (earlier ? "-" + edition : "");
            var tables = new ArrayList<Table>();
            tables.add(table(
                    id + "-band",
                    Words.of("outcome.byBand"),
                    Words.of("outcome.ages"),
                    figures.by(batch -> names.of(batch).band()),
                    key -> key.replace('-', '–')));
            tables.add(table(
                    id + "-area",
                    Words.of(names.regions() ? "outcome.byRegion" : "outcome.byAuthority"),
                    Words.of(names.regions() ? "outcome.region" : "outcome.authority"),
                    figures.by(within::areaOf),
                    key -> area(key, names)));
            tables.add(table(
                    id + "-lesson",
                    Words.of("outcome.byLesson"),
                    Words.of("outcome.lessonAndVersion"),
                    figures.by(batch -> names.of(batch).words()),
                    key -> key));
            return new MeasureView(id, Words.of(measure), earlier, sentence(measure, effect), tables);
        });
    }

    static String area(String key, Names names) {
        return key.isEmpty()
                ? Words.of(names.regions() ? "outcome.overRegions" : "outcome.overAuthorities")
                : names.area().apply(key);
    }

    private static Table table(String id, String name, String first, List<Row> rows, Function<String, String> named) {
        return new Table(
                id,
                name,
                first,
                rows.stream()
                        .map(row -> row(named.apply(row.key()), row.effect()))
                        .toList());
    }

    private static RowView row(String name, Effect effect) {
        return new RowView(
                name,
                TextFormat.number(effect.moves().children()),
                Words.of("outcome.percent", effect.before()),
                Words.of("outcome.percent", effect.after()),
                Words.of("outcome.points", signed(effect.difference()), signed(effect.low()), signed(effect.high())),
                told(effect),
                drawn(effect));
    }

    /** Returns the figure, its meaning and its uncertainty in words. */
    private static String sentence(OutcomeMeasure measure, Effect effect) {
        return Words.of(
                "outcome.sentence", effect.moves().children(), effect.before(), measure, effect.after(), told(effect));
    }

    static String told(Effect effect) {
        long low = Math.round(effect.low());
        long high = Math.round(effect.high());
        if (!effect.isConclusive()) {
            return Words.of("outcome.cannotTell", points(low), points(high));
        }
        return effect.low() > 0
                ? Words.of("outcome.moreAtEnd", low, high)
                : Words.of("outcome.fewerAtEnd", -high, -low);
    }

    private static String points(long points) {
        return points == 0
                ? Words.of("outcome.noPoints")
                : Words.of(points < 0 ? "outcome.pointsFewer" : "outcome.pointsMore", Math.abs(points));
    }

    static String signed(double points) {
        long round = Math.round(points);
        return round > 0 ? "+" + round : round < 0 ? "−" + -round : "0";
    }

    private static IntervalBar drawn(Effect effect) {
        int from = place(effect.low());
        return new IntervalBar(from, Math.max(1, place(effect.high()) - from), place(effect.difference()));
    }

    private static int place(double points) {
        return (int) Math.clamp(Math.round(MIDDLE + points), 0, 2L * MIDDLE);
    }
}
