package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/**
 * Event: a session has ended, so its room closes and its register opens.
 *
 * @param withdrawn whether it ended because its module was withdrawn; children's pages then tell them to look at their
 *     teacher
 */
public record SessionEnded(long sessionId, PublicId publicId, Instant startedAt, Instant endedAt, boolean withdrawn) {}
