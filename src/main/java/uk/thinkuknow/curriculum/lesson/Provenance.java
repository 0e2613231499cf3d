package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a version: when it was published, its review if there is one, and its withdrawal if it is out of use. */
public record Provenance(
        Instant publishedAt,
        @Nullable Review review,
        @Nullable Withdrawal withdrawal) {}
