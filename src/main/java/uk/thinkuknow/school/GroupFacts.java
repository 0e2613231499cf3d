package uk.thinkuknow.school;

import java.time.Instant;
import uk.thinkuknow.shared.PublicId;

/** Some of a class's cards: a set, a half class. */
public record GroupFacts(long id, PublicId publicId, String name, CardSet cards, Instant createdAt) {}
