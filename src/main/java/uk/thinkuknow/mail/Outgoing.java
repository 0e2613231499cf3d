package uk.thinkuknow.mail;

import java.time.Instant;
import uk.thinkuknow.shared.PublicId;

/** A letter that a sender has claimed: nobody else sends it meanwhile. */
record Outgoing(long id, PublicId publicId, Letter letter, Instant writtenAt) {}
