package uk.thinkuknow.schools.classes;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/** The pages that create many classes from a list: a check first shows how each line was read. */
@Path("/classes/from-a-list")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@TextFields(unchecked = "list")
@AsksAboutNames("list")
class ClassListResource {
    private final RosterService roster;
    private final ClassListPages pages;
    private final PeopleService people;
    private final Flash flash;

    ClassListResource(RosterService roster, ClassListPages pages, PeopleService people, Flash flash) {
        this.roster = roster;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance empty() {
        return pages.empty(people.me());
    }

    @POST
    @Path("check")
    public Response check(@RestForm @Nullable String list) {
        var me = people.me();
        var text = list == null ? "" : list;
        var page = pages.checked(me, text, read(me, text), null);
        return page.list().stands() ? Response.ok(page).build() : Flash.again(page);
    }

    /**
     * Creates the classes.
     *
     * @param checked the digest of the list that was shown; if it differs, the list is shown again first
     */
    @POST
    @Path("create")
    public Response create(@RestForm @Nullable String list, @RestForm @Nullable String checked) {
        var me = people.me();
        var text = list == null ? "" : list;
        var read = read(me, text);
        if (!ClassListPages.mark(text).equals(checked)) {
            return Flash.again(pages.checked(me, text, read, Words.of("classes.listChanged")));
        }
        if (read.lines().isEmpty() || read.hasProblems()) {
            return Flash.again(pages.checked(me, text, read, null));
        }
        var made = roster.makeAll(me, read);
        return flash.seeOther(
                "/classes",
                switch (made.size()) {
                    case 0 -> Words.of("classes.nothingMade");
                    case 1 -> Words.of("classes.oneMade", made.getFirst().name());
                    default -> Words.of("classes.severalMade", made.size());
                });
    }

    private ClassList read(StaffMember me, String text) {
        return ClassList.read(text, roster.groupsOf(me.school()));
    }
}
