package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * Snapshot of a class: its school year, year groups and age band, all its cards by number (retired ones too) and its
 * groups of cards by name.
 *
 * @param cohorts the calendar years in which its children started Reception, or Primary 1
 */
public record ClassFacts(
        long id,
        PublicId publicId,
        long schoolId,
        String yearKey,
        String name,
        String band,
        List<Integer> cohorts,
        List<CardFacts> cards,
        List<GroupFacts> groups) {
    /** The groups that can be chosen on a day; catch-up groups of earlier days are left out. */
    public List<GroupFacts> groupsOn(LocalDate day) {
        return groups.stream().filter(group -> !group.isOver(day)).toList();
    }

    /**
     * The cards in force on a day. The first cards of a class count as in force from the start of its school year, so
     * that a school that joins later can enter the lessons that the class had before.
     */
    public CardSet inForce(LocalDate day) {
        var made = cards.stream()
                .map(CardFacts::issuedOn)
                .min(LocalDate::compareTo)
                .orElse(day);
        return CardSet.of(cards.stream()
                .filter(card -> card.inForce(day) || card.issuedOn().equals(made) && card.isInUseUntil(day))
                .map(CardFacts::number)
                .toList());
    }
}
