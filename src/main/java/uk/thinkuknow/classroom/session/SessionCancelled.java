package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/** A session was started by mistake: its room is withdrawn from children, and a booking waits for another start, in the same transaction. */
public record SessionCancelled(long sessionId, PublicId publicId, String by, String why, Instant at) {}
