package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
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
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TextFields;

/**
 * The addresses that approve and refuse claims, and the list of open claims at schools without an administrator, for
 * managers and the programme's administrators.
 */
@Path("/claims")
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SCHOOLS,
        words = "menu.schoolsPeople",
        place = 920,
        roles = {Role.MANAGER, Role.ADMINISTRATOR})
@TextFields(ofLines = "why")
class ClaimsResource {
    private final ClaimService claimService;
    private final PeopleService people;
    private final Flash flash;

    ClaimsResource(ClaimService claimService, PeopleService people, Flash flash) {
        this.claimService = claimService;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClaimsPage(List<ClaimRow> waiting, String words, boolean searched, List<ClaimResource.FoundSchool> found)
            implements TemplateInstance {}

    /** An open claim in the list. */
    record ClaimRow(
            String id, Claimant who, boolean byDomain, String note, String when, String school, String schoolId) {
        static ClaimRow of(ClaimService.OpenClaim waiting) {
            var claim = waiting.claim();
            return new ClaimRow(
                    claim.publicId().value(),
                    new Claimant(waiting.name(), waiting.email(), waiting.verified()),
                    claim.byDomain(),
                    claim.note(),
                    London.inWords(claim.madeAt()),
                    Words.of(
                            "people.schoolAndPlace",
                            waiting.school().name(),
                            waiting.school().town()),
                    waiting.school().publicId().value());
        }

        public List<FormOption> parts() {
            return PeoplePages.parts("");
        }
    }

    /** The person who claims, and whether their address is verified. */
    record Claimant(String name, String email, boolean verified) {}

    @GET
    @RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
    public TemplateInstance list(@RestQuery @Nullable String words) {
        return page(people.me(), words == null ? "" : words);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Role.TEACHER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response approve(
            @PathParam("id") PublicId id, @RestForm @Nullable String part, @RestForm @Nullable String checked) {
        var me = people.me();
        var school = claimService.approve(me, id, PeopleResource.part(part), "yes".equals(checked));
        return back(me, school, Words.of("people.approved"));
    }

    @POST
    @Path("/{id}/refuse")
    @RolesAllowed({Role.TEACHER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response refuse(@PathParam("id") PublicId id, @RestForm @Nullable String why) {
        var me = people.me();
        var school = claimService.refuse(me, id, why == null ? "" : why);
        return back(me, school, Words.of("people.refused"));
    }

    private Response back(StaffMember me, SchoolFacts school, String sentence) {
        return flash.seeOther(me.is(Role.TEACHER) ? "/people?school=" + school.publicId() : "/claims", sentence);
    }

    private ClaimsPage page(StaffMember me, String words) {
        return new ClaimsPage(
                claimService.openFor(me).stream().map(ClaimRow::of).toList(),
                words.strip(),
                !words.isBlank(),
                claimService.findFor(me, words).stream()
                        .map(ClaimResource.FoundSchool::of)
                        .toList());
    }
}
