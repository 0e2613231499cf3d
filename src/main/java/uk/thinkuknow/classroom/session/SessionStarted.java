package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/** A session has begun; whoever must prepare for its children does so in the same transaction. */
public record SessionStarted(long sessionId, PublicId publicId, boolean devices, boolean sharing, Instant at) {}
