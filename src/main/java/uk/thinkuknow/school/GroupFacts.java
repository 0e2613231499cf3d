package uk.thinkuknow.school;

import java.time.Instant;
import java.time.LocalDate;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.PublicId;

/** Some of a class's cards: a set, a half class. */
public record GroupFacts(long id, PublicId publicId, String name, CardSet cards, Instant createdAt) {
    /** What the name of a group begins with that is made for one day: to catch up with a lesson. */
    public static final String CATCH_UP = "Catch-up of ";

    /** Was it made for the catch-up of an earlier day? Then nobody chooses it any more. */
    public boolean isOver(LocalDate today) {
        return name.startsWith(CATCH_UP) && London.dateOf(createdAt).isBefore(today);
    }
}
