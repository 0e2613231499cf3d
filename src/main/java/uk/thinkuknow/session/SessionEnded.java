package uk.thinkuknow.session;

import java.time.Instant;
import uk.thinkuknow.shared.PublicId;

/** A session is over; rooms close and the register opens in the same transaction. */
public record SessionEnded(long sessionId, PublicId publicId, Instant startedAt, Instant endedAt) {}
