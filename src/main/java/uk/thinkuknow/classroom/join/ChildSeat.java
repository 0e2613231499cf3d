package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.Nullable;

/**
 * The seat from which a child's page sends something.
 *
 * @param className the class of the card; null for a visitor
 * @param card the picture's key, for example "blue-otter"; null for a visitor
 * @param number of the card, or 0
 * @param name "Blue Otter", or "Visitor 3"
 * @param generation above 1, the card has been on more than one device in this session
 */
public record ChildSeat(
        long sessionId,
        long seatId,
        @Nullable String className,
        @Nullable String card,
        int number,
        String name,
        int generation) {}
