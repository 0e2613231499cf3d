package uk.thinkuknow.reach.periods;

import java.time.Instant;

/** Who did something with a closed period, and when. */
record Hand(long staffId, Instant at) {}
