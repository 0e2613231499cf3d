package uk.thinkuknow.schools.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.links.LinkCodes;

/**
 * The page that the link in an invitation opens. The invited person accepts with a new account, or signs in and accepts
 * with their own.
 */
@Path("/invitations/{key}")
@PathTraits(Trait.WITHOUT_SIGN_IN)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class InvitationResource {
    private static final int CONFLICT = 409;

    private final InvitationAcceptance invitationAcceptance;
    private final PeopleService people;
    private final Flash flash;
    private final LinkCodes codes;

    InvitationResource(InvitationAcceptance invitationAcceptance, PeopleService people, Flash flash, LinkCodes codes) {
        this.codes = codes;
        this.invitationAcceptance = invitationAcceptance;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The template of the page that the link in an invitation opens.
     *
     * @param key the invitation in the addresses of the page: that a cookie has its code, or the code itself, as in
     *     links that were sent before
     * @param me the name of the signed-in person who may accept it; null before they sign in
     * @param problem why it could not be accepted, or null
     */
    @CheckedTemplate(basePath = "schools/accounts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InvitationPage(
            String key,
            InvitationAcceptance.OpenedInvitation invitation,
            StateView becomes,
            @Nullable String me,
            @Nullable String problem)
            implements TemplateInstance {}

    /** The state of an invitation; if all three are false, it has expired. */
    record StateView(boolean open, boolean used, boolean withdrawn) {}

    @GET
    public TemplateInstance show(@PathParam("key") String key, @Context HttpHeaders headers) {
        return page(key, headers, null, null);
    }

    /** The page of the invitation for a person who has signed in, who may accept it with their account. */
    @GET
    @Path("/mine")
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public TemplateInstance mine(@PathParam("key") String key, @Context HttpHeaders headers) {
        return page(key, headers, people.me().name(), null);
    }

    @POST
    @Path("/new-account")
    public Response newAccount(@PathParam("key") String key, @Context HttpHeaders headers) {
        try {
            invitationAcceptance.acceptAsNew(codeOf(key, headers));
            return Response.seeOther(URI.create("/invitations/" + key)).build();
        } catch (Refused e) {
            return Response.status(CONFLICT)
                    .entity(page(key, headers, null, e.why()))
                    .build();
        }
    }

    @POST
    @Path("/mine")
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Response take(@PathParam("key") String key, @Context HttpHeaders headers) {
        var me = people.me();
        try {
            var joined = invitationAcceptance.acceptAs(me, codeOf(key, headers));
            return flash.seeOther(
                    Home.PATH, Words.of(me.is(Role.TEACHER) ? "accounts.joined" : "accounts.joinedSignOut", joined));
        } catch (Refused e) {
            return Response.status(CONFLICT)
                    .entity(page(key, headers, me.name(), e.why()))
                    .build();
        }
    }

    private String codeOf(String key, HttpHeaders headers) {
        return codes.of(InvitationLinkResource.PATH, key, headers);
    }

    private TemplateInstance page(String key, HttpHeaders headers, @Nullable String me, @Nullable String problem) {
        var opened = invitationAcceptance.open(codeOf(key, headers));
        var becomes = new StateView(
                opened.state() == Invitation.State.OPEN,
                opened.state() == Invitation.State.USED,
                opened.state() == Invitation.State.WITHDRAWN);
        return new InvitationPage(key, opened, becomes, me, problem);
    }
}
