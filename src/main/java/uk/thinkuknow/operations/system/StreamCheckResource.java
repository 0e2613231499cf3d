package uk.thinkuknow.operations.system;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;

/**
 * Streams three lines, a second apart, so that {@code scripts/doctor} sees whether a proxy in between holds streams
 * back. They tell nothing but the second that it is here, and ask nothing of the database.
 */
@Path("/stream-check")
@PermitAll
class StreamCheckResource {
    private static final int LINES = 3;

    private final Clock clock;

    StreamCheckResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<Long> lines() {
        return Multi.createFrom()
                .ticks()
                .every(Duration.ofSeconds(1))
                .onOverflow()
                .drop()
                .select()
                .first(LINES)
                .map(line -> clock.instant().getEpochSecond());
    }
}
