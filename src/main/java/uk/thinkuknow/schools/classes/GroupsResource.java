package uk.thinkuknow.schools.classes;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.names.AsksAboutNames;

/** The pages that create, change and remove groups of cards of one or more classes. */
@Path("/classes")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@AsksAboutNames("name")
class GroupsResource {
    private final RosterService roster;
    private final GroupPages pages;
    private final SchoolService schools;
    private final PeopleService people;
    private final Flash flash;

    GroupsResource(RosterService roster, GroupPages pages, SchoolService schools, PeopleService people, Flash flash) {
        this.roster = roster;
        this.pages = pages;
        this.schools = schools;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("groups/new")
    public TemplateInstance form() {
        return pages.fresh(schools.classesNow(people.me().school()), "", Map.of(), null);
    }

    @POST
    @Path("groups")
    public Response make(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var classes = schools.classesNow(me.school());
        var chosen = new LinkedHashMap<PublicId, CardSet>();
        for (var schoolClass : classes) {
            var cards = cards(fields, "card-" + schoolClass.publicId());
            if (!cards.isEmpty()) {
                chosen.put(schoolClass.publicId(), cards);
            }
        }
        var name = name(fields);
        try {
            roster.makeGroup(me, name, chosen);
            return flash.seeOther("/classes", Words.of("classes.groupMade", name.strip()));
        } catch (Refused e) {
            return Flash.again(pages.fresh(classes, name, chosen, e.why()));
        }
    }

    @GET
    @Path("{id}/groups/{group}")
    public TemplateInstance show(@PathParam("id") String id, @PathParam("group") String group) {
        var schoolClass = schoolClass(people.me(), id);
        var facts = groupOf(schoolClass, group);
        return pages.change(schoolClass, facts.publicId(), facts.name(), facts.cards(), null);
    }

    @POST
    @Path("{id}/groups/{group}/change")
    public Response change(
            @PathParam("id") String id, @PathParam("group") String group, MultivaluedMap<String, String> fields) {
        var me = people.me();
        var schoolClass = schoolClass(me, id);
        var facts = groupOf(schoolClass, group);
        var cards = cards(fields, "card-" + id);
        var name = name(fields);
        try {
            roster.changeGroup(me, schoolClass, facts, name, cards);
            return flash.seeOther("/classes/" + id + "#groups", Words.of("classes.groupChanged", name.strip()));
        } catch (Refused e) {
            return Flash.again(pages.change(schoolClass, facts.publicId(), name, cards, e.why()));
        }
    }

    @POST
    @Path("{id}/groups/{group}/remove")
    public Response remove(@PathParam("id") String id, @PathParam("group") String group) {
        var me = people.me();
        var schoolClass = schoolClass(me, id);
        var facts = groupOf(schoolClass, group);
        roster.removeGroup(me, schoolClass, facts);
        return flash.seeOther("/classes/" + id + "#groups", Words.of("classes.groupRemoved", facts.name()));
    }

    private ClassFacts schoolClass(StaffMember me, String id) {
        return schools.classOf(me.school(), new PublicId(id));
    }

    private static GroupFacts groupOf(ClassFacts schoolClass, String group) {
        return schoolClass.groups().stream()
                .filter(each -> each.publicId().value().equals(group))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static CardSet cards(MultivaluedMap<String, String> fields, String field) {
        return CardSet.of(fields.getOrDefault(field, List.of()).stream()
                .filter(value -> value.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= CardSet.HIGHEST)
                .toList());
    }

    private static String name(MultivaluedMap<String, String> fields) {
        @Nullable String name = fields.getFirst("name");
        return name == null ? "" : name;
    }
}
