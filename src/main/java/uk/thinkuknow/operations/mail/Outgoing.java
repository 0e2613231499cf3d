package uk.thinkuknow.operations.mail;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/** A letter that a sender has claimed: nobody else sends it meanwhile. */
record Outgoing(long id, PublicId publicId, Letter letter, Instant writtenAt) {}
