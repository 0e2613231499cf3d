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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.accounts.AccountErasure;
import uk.thinkuknow.schools.accounts.AccountService;
import uk.thinkuknow.web.Flash;

/** The page on which the programme's administrators change, disable and erase one account. */
@Path("/accounts")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
class AccountResource {
    private final AccountService accounts;
    private final AccountErasure accountErasure;
    private final AccountPages pages;
    private final PeopleService people;
    private final Flash flash;

    AccountResource(
            AccountService accounts,
            AccountErasure accountErasure,
            AccountPages pages,
            PeopleService people,
            Flash flash) {
        this.accounts = accounts;
        this.accountErasure = accountErasure;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") PublicId id, @RestQuery @Nullable String words) {
        return pages.show(people.me(), id, words == null ? "" : words, null);
    }

    @POST
    @Path("/{id}/roles")
    public Response roles(
            @PathParam("id") PublicId id, @RestForm @Nullable List<String> had, @RestForm @Nullable List<String> role) {
        return then(
                id,
                "people.savedRoles",
                () -> accounts.setRoles(
                        people.me(),
                        id,
                        accounts.rolesInKeycloak(id),
                        new AccountService.RoleChange(had == null ? List.of() : had, role == null ? List.of() : role)));
    }

    @POST
    @Path("/{id}/area")
    public Response area(@PathParam("id") PublicId id, @RestForm @Nullable String area) {
        return then(id, "people.saved", () -> accounts.setArea(people.me(), id, area == null ? "" : area));
    }

    @POST
    @Path("/{id}/schools")
    public Response addSchool(
            @PathParam("id") PublicId id, @RestForm @Nullable String school, @RestForm @Nullable String part) {
        return then(id, "people.added", () -> {
            if (school == null || school.isEmpty()) {
                throw new Refused("people.schoolMissing");
            }
            accounts.addSchool(people.me(), id, new PublicId(school), PeopleResource.part(part));
        });
    }

    @POST
    @Path("/{id}/disable")
    public Response disable(@PathParam("id") PublicId id) {
        return then(id, "people.shutOut", () -> accounts.disable(people.me(), id));
    }

    @POST
    @Path("/{id}/enable")
    public Response enable(@PathParam("id") PublicId id) {
        return then(id, "people.maySignIn", () -> accounts.enable(people.me(), id));
    }

    @POST
    @Path("/{id}/erase")
    public Response erase(@PathParam("id") PublicId id, @RestForm @Nullable String sure) {
        if (!"yes".equals(sure)) {
            return again(id, Words.of("people.eraseUnsure"));
        }
        try {
            accountErasure.erase(people.me(), id);
            return flash.seeOther("/accounts", Words.of("people.erased"));
        } catch (Refused e) {
            return again(id, e.why());
        }
    }

    private Response then(PublicId id, String done, Runnable act) {
        try {
            act.run();
            return flash.seeOther("/accounts/" + id, Words.of(done));
        } catch (Refused e) {
            return again(id, e.why());
        }
    }

    private Response again(PublicId id, String problem) {
        return Flash.again(pages.show(people.me(), id, "", problem));
    }
}
