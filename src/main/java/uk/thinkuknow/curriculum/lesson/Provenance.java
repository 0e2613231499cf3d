package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The history of a published version: its publication, its review if any, and its withdrawal if it is out of use. */
public record Provenance(
        Instant publishedAt,
        @Nullable Review review,
        @Nullable Withdrawal withdrawal) {}
