package uk.thinkuknow.courses.training;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;

/**
 * Serves what programs need to check a certificate: the issuer's profile, public keys, revocation lists and
 * achievements. Each has one format, which is sent even to a program that asks for another.
 */
@Path("/badges")
@PermitAll
@Produces(MediaType.WILDCARD)
class BadgeIssuerResource {
    private static final String SIGNED = "application/vc+jwt";
    private static final int LISTS_AT_MOST = 10_000;

    private final BadgeService badges;
    private final OpenBadgeSigner credentials;

    BadgeIssuerResource(BadgeService badges, OpenBadgeSigner credentials) {
        this.badges = badges;
        this.credentials = credentials;
    }

    @GET
    @Path("/issuer")
    public Response issuer() {
        return open(credentials.profile(), MediaType.APPLICATION_JSON);
    }

    /** All public keys as a JSON Web Key Set. */
    @GET
    @Path("/issuer/keys")
    public Response keys() {
        return open(Map.of("keys", credentials.published()), MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("/issuer/keys/{key}")
    public Response key(@PathParam("key") String key) {
        return found(credentials.published(key), MediaType.APPLICATION_JSON);
    }

    /** A signed revocation list (W3C Bitstring Status List). */
    @GET
    @Path("/issuer/revoked/{list}")
    public Response revoked(@PathParam("list") String list) {
        var number = EventForm.number(list)
                .filter(each -> each >= 0 && each < LISTS_AT_MOST)
                .orElseThrow(NotFound::new);
        return found(badges.revoked(number), SIGNED);
    }

    @GET
    @Path("/achievements/{event}")
    public Response achievement(@PathParam("event") PublicId event) {
        return open(badges.achievement(event), MediaType.APPLICATION_JSON);
    }

    private static Response found(Optional<?> what, String type) {
        return open(what.orElseThrow(NotFound::new), type);
    }

    /** Allows cross-origin reads: the content is public, and cookies are not used. */
    static Response open(Object what, String type) {
        return Response.ok(what, type)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
