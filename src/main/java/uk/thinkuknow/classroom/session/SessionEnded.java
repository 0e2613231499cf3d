package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/**
 * A session is over; rooms close and the register opens in the same transaction.
 *
 * @param withdrawn whether it ended because its module was taken out of use, so that children are told to look up
 */
public record SessionEnded(long sessionId, PublicId publicId, Instant startedAt, Instant endedAt, boolean withdrawn) {}
