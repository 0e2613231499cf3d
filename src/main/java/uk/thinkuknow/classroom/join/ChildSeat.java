package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.Nullable;

/**
 * The seat from which a child's page sends a call.
 *
 * @param className name of the card's class; null for a visitor
 * @param card key of the card's picture, for example "blue-otter"; null for a visitor
 * @param number of the card; 0 for a visitor
 * @param name "Blue Otter" or "Visitor 3"
 * @param generation 1, or more if the seat has changed devices or cards in this session
 * @param ended whether the device has lost the seat since
 */
public record ChildSeat(
        long sessionId,
        long seatId,
        @Nullable String className,
        @Nullable String card,
        int number,
        String name,
        int generation,
        boolean ended) {}
