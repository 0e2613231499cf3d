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

    InvitationResource(InvitationAcceptance invitationAcceptance, PeopleService people, Flash flash) {
        this.invitationAcceptance = invitationAcceptance;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The template of the page that the link in an invitation opens.
     *
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
    public TemplateInstance show(@PathParam("key") String key) {
        return page(key, null, null);
    }

    /** The page of the invitation for a person who has signed in, who may accept it with their account. */
    @GET
    @Path("/mine")
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public TemplateInstance mine(@PathParam("key") String key) {
        return page(key, people.me().name(), null);
    }

    @POST
    @Path("/new-account")
    public Response newAccount(@PathParam("key") String key) {
        try {
            invitationAcceptance.acceptAsNew(key);
            return Response.seeOther(URI.create("/invitations/" + key)).build();
        } catch (Refused e) {
            return Response.status(CONFLICT).entity(page(key, null, e.why())).build();
        }
    }

    @POST
    @Path("/mine")
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Response take(@PathParam("key") String key) {
        var me = people.me();
        try {
            var joined = invitationAcceptance.acceptAs(me, key);
            return flash.seeOther(
                    Home.PATH, Words.of(me.is(Role.TEACHER) ? "accounts.joined" : "accounts.joinedSignOut", joined));
        } catch (Refused e) {
            return Response.status(CONFLICT)
                    .entity(page(key, me.name(), e.why()))
                    .build();
        }
    }

    private TemplateInstance page(String key, @Nullable String me, @Nullable String problem) {
        var opened = invitationAcceptance.open(key);
        var becomes = new StateView(
                opened.state() == Invitation.State.OPEN,
                opened.state() == Invitation.State.USED,
                opened.state() == Invitation.State.WITHDRAWN);
        return new InvitationPage(key, opened, becomes, me, problem);
    }
}
