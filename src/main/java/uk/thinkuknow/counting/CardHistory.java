package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cards of all classes of a school in one school year, with the days on which they were issued and retired. */
public record CardHistory(List<CardBatch> batches) {

    /**
     * Returns the cards of the school each time this class was given cards. On one day the classes come in the order in
     * which they were made, so that a class is not judged by the cards of classes made after it.
     *
     * @param roll the roll of the school on a day
     */
    public List<ReturnFacts.CardsGiven> given(long classId, Function<LocalDate, OptionalInt> roll) {
        return ofClass(classId)
                .map(CardBatch::issuedOn)
                .distinct()
                .sorted()
                .map(day -> {
                    var until = until(day, classId);
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

    private static Predicate<CardBatch> until(LocalDate day, long classId) {
        return batch -> batch.issuedOn().isBefore(day) || batch.issuedOn().equals(day) && batch.classId() <= classId;
    }

    private int cards(Predicate<CardBatch> which) {
        return batches.stream().filter(which).mapToInt(CardBatch::cards).sum();
    }
}
