package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFinder;
import uk.thinkuknow.schools.school.SchoolSearchResult;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MenuEntry;

/** The page on which a signed-in person finds their school and claims to work there. */
@Path("/claim")
@RolesAllowed(Role.ANYONE_SIGNED_IN)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SCHOOL,
        words = "menu.findYourSchool",
        place = 1400,
        when = MenuEntry.When.MENU_IS_EMPTY)
class ClaimResource {
    private final ClaimService claimService;
    private final SchoolFinder finder;
    private final PeopleService people;
    private final Flash flash;

    ClaimResource(ClaimService claimService, SchoolFinder finder, PeopleService people, Flash flash) {
        this.claimService = claimService;
        this.finder = finder;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The template of the page to find and claim a school: the latest claim, and the schools found.
     *
     * @param asked the latest claim, if it is open or was refused; else null
     * @param searched whether a search was made
     */
    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClaimPage(
            @Nullable LatestClaimView asked, String words, boolean searched, List<FormOption> found, ClaimForm typed)
            implements TemplateInstance {}

    /** The person's latest claim as shown: open ({@code waits}), or refused by someone with a reason. */
    record LatestClaimView(
            String school,
            String when,
            boolean waits,
            @Nullable String by,
            @Nullable String reason) {}

    /** A school in the search results. */
    record FoundSchool(String id, String name, String where) {
        static FoundSchool of(SchoolSearchResult school) {
            var authority = school.where().authority();
            var line = school.where().line();
            var where = authority.isEmpty() ? line : Words.of("people.authority", line, authority);
            return new FoundSchool(school.publicId().value(), school.name(), where);
        }

        /** The school as a choice in one line. */
        FormOption inALine() {
            return new FormOption(id, Words.of("people.schoolAndPlace", name, where), false);
        }
    }

    /** A refused form: the input and the problem. */
    record ClaimForm(String school, String note, @Nullable String problem) {
        static final ClaimForm NOTHING = new ClaimForm("", "", null);

        public List<FormError> errors() {
            return problem == null ? List.of() : List.of(new FormError("words", problem));
        }
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String words) {
        return page(people.me(), words == null ? "" : words, ClaimForm.NOTHING);
    }

    @POST
    public Response ask(
            @RestForm @Nullable String school, @RestForm @Nullable String note, @RestForm @Nullable String words) {
        var me = people.me();
        var typed = note == null ? "" : note;
        try {
            if (school == null || school.isEmpty()) {
                throw new Refused("people.yoursMissing");
            }
            claimService.ask(me, new PublicId(school), typed);
            return flash.seeOther("/claim", Words.of("people.sent"));
        } catch (Refused e) {
            var again = new ClaimForm(school == null ? "" : school, typed, e.why());
            return Flash.again(page(me, words == null ? "" : words, again));
        }
    }

    @POST
    @Path("/take-back")
    public Response takeBack() {
        claimService.withdraw(people.me());
        return flash.seeOther("/claim", Words.of("people.takenBack"));
    }

    private ClaimPage page(StaffMember me, String words, ClaimForm typed) {
        var found = finder.findOpen(words).stream().map(FoundSchool::of).toList();
        return new ClaimPage(
                claimService.lastOf(me).map(ClaimResource::view).orElse(null),
                words.strip(),
                !words.isBlank(),
                found.stream()
                        .map(each -> new FormOption(
                                each.id(),
                                each.name(),
                                found.size() == 1 || typed.school().equals(each.id()),
                                each.where()))
                        .toList(),
                typed);
    }

    private static @Nullable LatestClaimView view(ClaimService.LatestClaim asked) {
        var claim = asked.claim();
        return switch (claim.state()) {
            case OPEN, REFUSED ->
                new LatestClaimView(
                        asked.school().name(),
                        London.inWords(claim.madeAt()),
                        claim.state() == Claim.State.OPEN,
                        claim.decidedBy(),
                        claim.reason());
            case APPROVED, WITHDRAWN -> null;
        };
    }
}
