package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cards of all classes of a school in one school year, with the days on which they were issued and retired. */
public record CardHistory(List<CardBatch> batches) {

    /** Cards made in the same second, as those of a list are, come in the order of their classes. */
    private static final Comparator<CardBatch> ORDER = Comparator.comparing(CardBatch::issuedOn)
            .thenComparing(CardBatch::issuedAt)
            .thenComparing(CardBatch::classId);

    /**
     * Returns the cards of the school each time this class was given cards: those that there were then, so that a class
     * is not judged by cards made after its own.
     *
     * @param roll the roll of the school on a day
     */
    public List<ReturnFacts.CardsGiven> given(long classId, Function<LocalDate, OptionalInt> roll) {
        return ofClass(classId)
                .sorted(ORDER)
                .map(own -> {
                    var day = own.issuedOn();
                    Predicate<CardBatch> until = batch -> ORDER.compare(batch, own) <= 0;
                    return new ReturnFacts.CardsGiven(
                            cards(until.and(batch -> batch.inForce(day))), cards(until), roll.apply(day));
                })
                .toList();
    }

    /** Returns the day on which the class was made: that of its first cards. */
    public Optional<LocalDate> madeOn(long classId) {
        return ofClass(classId).map(CardBatch::issuedOn).min(LocalDate::compareTo);
    }

    private Stream<CardBatch> ofClass(long classId) {
        return batches.stream().filter(batch -> batch.classId() == classId);
    }

    private int cards(Predicate<CardBatch> which) {
        return batches.stream().filter(which).mapToInt(CardBatch::cards).sum();
    }
}
