package uk.thinkuknow.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Children of one year's class went on in a class of the next.
 *
 * @param sameCards whether the school confirmed that each child keeps the number of her card
 */
@Embeddable
public record ClassLink(
        @Column(name = "from_class") long fromClass,
        @Column(name = "to_class") long toClass,
        @Column(name = "same_cards") boolean sameCards) {}
