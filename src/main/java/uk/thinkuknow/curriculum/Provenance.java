package uk.thinkuknow.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a version comes from: when it was published, and its review if there is one. */
public record Provenance(Instant publishedAt, @Nullable Review review) {}
