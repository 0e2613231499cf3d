package uk.thinkuknow.reach.periods;

import java.time.Instant;

/** The person who acted on a closed period, and the time. */
record PeriodSignature(long staffId, Instant at) {}
