package uk.thinkuknow.operations.system;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.NotFound;

/**
 * Serves security.txt, which says where to report a vulnerability of this installation (RFC 9116); 404 if no contact is
 * set.
 */
@Path("/.well-known/security.txt")
@PermitAll
class SecurityTxtResource {
    /** RFC 9116 asks for less than a year. */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final Optional<String> contact;
    private final Clock clock;

    SecurityTxtResource(@ConfigProperty(name = "thinkuknow.security-contact") Optional<String> contact, Clock clock) {
        this.contact = contact;
        this.clock = clock;
    }

    @GET
    @Produces("text/plain; charset=utf-8")
    public String securityTxt() {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: en
                """.formatted(
                        contact.orElseThrow(NotFound::new),
                        clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS));
    }
}
