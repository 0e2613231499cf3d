package uk.thinkuknow.courses.trained;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.courses.training.TrainedPeoplePages;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/** Shows managers and auditors how many professionals were trained, and who they are. */
@Path("/training")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class TrainedProfessionalsResource {
    private final TrainedProfessionalsPages counts;
    private final TrainedPeoplePages pages;
    private final PeopleService people;

    TrainedProfessionalsResource(TrainedProfessionalsPages counts, TrainedPeoplePages pages, PeopleService people) {
        this.counts = counts;
        this.pages = pages;
        this.people = people;
    }

    @GET
    @Path("/trained")
    public TemplateInstance trained(@RestQuery @Nullable String year) {
        return counts.show(people.me(), year == null ? "" : year);
    }

    /** Lists the people whose names are kept; with {@code show=going}, those to be erased within 30 days. */
    @GET
    @Path("/people")
    public TemplateInstance list(
            @RestQuery @Nullable String show, @RestQuery @Nullable String name, @RestQuery int page) {
        var me = people.me();
        return "going".equals(show)
                ? pages.dueForErasure(me)
                : pages.list(me, name == null ? "" : name.strip(), Math.max(1, page));
    }

    @GET
    @Path("/people/{person}")
    public TemplateInstance person(@PathParam("person") PublicId id) {
        return pages.person(people.me(), id);
    }
}
