package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/**
 * A session has ended, so its room closes and its register opens.
 *
 * @param withdrawn whether it ended because its module was taken out of use, so that children are told to look up
 */
public record SessionEnded(long sessionId, PublicId publicId, Instant startedAt, Instant endedAt, boolean withdrawn) {}
