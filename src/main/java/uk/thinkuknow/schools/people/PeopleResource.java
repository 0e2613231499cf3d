package uk.thinkuknow.schools.people;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.accounts.Invitation;
import uk.thinkuknow.schools.accounts.InvitationService;
import uk.thinkuknow.schools.accounts.NameRefused;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * The pages of a school's staff: change and end memberships, appoint safeguarding leads, invite people, set email
 * domains.
 */
@Path("/people")
@RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SCHOOL,
        words = "menu.people",
        place = 810,
        roles = {Role.TEACHER, Role.DSL},
        when = MenuEntry.When.WITH_A_SCHOOL)
class PeopleResource {
    private final SchoolStaffService school;
    private final InvitationService invitationService;
    private final PeoplePages pages;
    private final PeopleService people;
    private final Flash flash;

    PeopleResource(
            SchoolStaffService school,
            InvitationService invitationService,
            PeoplePages pages,
            PeopleService people,
            Flash flash) {
        this.school = school;
        this.invitationService = invitationService;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance show(@RestQuery("school") @Nullable PublicId asked) {
        var me = people.me();
        return pages.people(me, school.sheet(me, asked), PeoplePages.PeopleForm.NOTHING);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance person(@PathParam("id") PublicId id, @RestQuery("school") @Nullable PublicId asked) {
        return pages.person(people.me(), school.person(people.me(), required(asked), id), null);
    }

    @POST
    @Path("/{id}/part")
    public Response change(
            @PathParam("id") PublicId id,
            @RestForm("school") @Nullable PublicId asked,
            @RestForm @Nullable String part) {
        try {
            school.change(people.me(), required(asked), id, part(part));
            return back(required(asked), Words.of("people.changed"));
        } catch (Refused e) {
            return personAgain(id, asked, e);
        }
    }

    @POST
    @Path("/{id}/end")
    public Response end(
            @PathParam("id") PublicId id,
            @RestForm("school") @Nullable PublicId asked,
            @RestForm @Nullable String sure) {
        var me = people.me();
        try {
            var name = school.person(me, required(asked), id).member().account().name();
            if (!"yes".equals(sure)) {
                throw new Refused("people.endUnsure", name);
            }
            school.end(me, required(asked), id);
            return back(required(asked), Words.of("people.ended", name));
        } catch (Refused e) {
            return personAgain(id, asked, e);
        }
    }

    @POST
    @Path("/leads")
    public Response appointLeads(
            @RestForm("school") @Nullable PublicId asked,
            @RestForm @Nullable String lead,
            @RestForm @Nullable String deputy) {
        try {
            school.appointLeads(people.me(), required(asked), chosen(lead), chosen(deputy));
            return back(required(asked), Words.of("people.leadsSaved"));
        } catch (Refused e) {
            return again(asked, "lead", e, Map.of());
        }
    }

    @POST
    @Path("/domains")
    public Response addDomain(@RestForm("school") @Nullable PublicId asked, @RestForm @Nullable String domain) {
        var typed = domain == null ? "" : domain;
        try {
            return back(
                    required(asked),
                    Words.of("people.domainAdded", school.addDomain(people.me(), required(asked), typed)));
        } catch (Refused e) {
            return again(asked, "domain", e, Map.of("domain", typed));
        }
    }

    @POST
    @Path("/domains/remove")
    public Response removeDomain(@RestForm("school") @Nullable PublicId asked, @RestForm @Nullable String domain) {
        school.removeDomain(people.me(), required(asked), domain == null ? "" : domain);
        return back(required(asked), Words.of("people.domainRemoved"));
    }

    @POST
    @Path("/invitations")
    public Response invite(
            @RestForm("school") @Nullable PublicId asked,
            @RestForm @Nullable String name,
            @RestForm @Nullable String email,
            @RestForm @Nullable String part) {
        var typed = PeoplePages.PeopleForm.toInvite(name, email, "part", part);
        try {
            var whom = Invitation.Invitee.toSchool(
                    typed.getOrDefault("email", ""), typed.getOrDefault("name", ""), part(part));
            return back(required(asked), invitationService.invite(people.me(), required(asked), whom));
        } catch (Refused e) {
            return again(asked, e instanceof NameRefused ? "name" : "email", e, typed);
        }
    }

    @POST
    @Path("/invitations/{id}/withdraw")
    public Response withdraw(@PathParam("id") PublicId id, @RestForm("school") @Nullable PublicId asked) {
        try {
            invitationService.withdraw(people.me(), required(asked), id);
            return back(required(asked), Words.of("people.withdrawn"));
        } catch (Refused e) {
            return again(asked, "email", e, Map.of());
        }
    }

    private Response back(PublicId asked, String sentence) {
        return flash.seeOther("/people?school=" + asked, sentence);
    }

    private Response again(@Nullable PublicId asked, String field, Refused why, Map<String, String> typed) {
        var me = people.me();
        return Flash.again(
                pages.people(me, school.sheet(me, asked), new PeoplePages.PeopleForm(field, why.why(), typed)));
    }

    private Response personAgain(PublicId id, @Nullable PublicId asked, Refused why) {
        var me = people.me();
        return Flash.again(pages.person(me, school.person(me, required(asked), id), why.why()));
    }

    private static PublicId required(@Nullable PublicId asked) {
        if (asked == null) {
            throw new NotFound();
        }
        return asked;
    }

    private static Optional<PublicId> chosen(@Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : Optional.of(new PublicId(id));
    }

    static Membership.Part part(@Nullable String key) {
        return "administrator".equals(key) ? Membership.Part.ADMINISTRATOR : Membership.Part.TEACHER;
    }
}
