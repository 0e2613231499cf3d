package uk.thinkuknow.schools.classes;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.classes.ClassPages.ClassListPage;
import uk.thinkuknow.schools.classes.ClassPages.ClassPage;
import uk.thinkuknow.schools.classes.ClassPages.ClassesPage;
import uk.thinkuknow.schools.classes.ClassPages.GroupForm;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * The pages of a school's classes: lists them, shows one with its cards and groups, adds and retires cards, prints the
 * list.
 */
@Path("/classes")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.CLASSES, words = "menu.classes", place = 610, roles = Role.TEACHER, except = Role.DSL)
@MenuEntry(
        item = MenuEntry.Item.SCHOOL,
        words = "menu.classes",
        place = 830,
        roles = Role.DSL,
        when = MenuEntry.When.TEACHES)
class ClassesResource {
    private final SchoolService schools;
    private final RosterService roster;
    private final PeopleService people;
    private final Flash flash;
    private final Clock clock;

    ClassesResource(SchoolService schools, RosterService roster, PeopleService people, Flash flash, Clock clock) {
        this.schools = schools;
        this.roster = roster;
        this.people = people;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        var groups = groups();
        var now = schools.classesNow(school());
        return new ClassesPage(
                now.stream().map(each -> ClassPages.row(each, today(), groups)).toList(),
                ClassPages.acrossClasses(now, today()));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id, @RestQuery @Nullable Integer retired) {
        return page(id, retired, null);
    }

    /** The list to print: numbers and pictures, each with a line for a name. Names never reach the platform. */
    @GET
    @Path("{id}/list")
    public TemplateInstance print(@PathParam("id") String id) {
        var facts = facts(id);
        var inForce = inForce(facts);
        return new ClassListPage(
                schools.school(school()).name(),
                ClassPages.row(facts, today(), groups()),
                facts.yearKey(),
                facts.cards().stream()
                        .filter(card -> inForce.contains(card.number()))
                        .map(ClassPages::row)
                        .toList());
    }

    @POST
    @Path("{id}/cards")
    public Response addCard(@PathParam("id") String id) {
        int number = roster.addCard(people.me(), new PublicId(id));
        var card = card(facts(id), number);
        return flash.seeOther(
                "/classes/" + id,
                Words.of("classes.cardAdded", number, card.picture().name()));
    }

    @POST
    @Path("{id}/cards/retire")
    public Response retire(@PathParam("id") String id, @RestForm int number) {
        roster.retire(people.me(), new PublicId(id), number);
        return Response.seeOther(URI.create("/classes/" + id + "?retired=" + number))
                .build();
    }

    @POST
    @Path("{id}/cards/put-back")
    public Response putBack(@PathParam("id") String id, @RestForm int number) {
        roster.putBack(people.me(), new PublicId(id), number);
        return flash.seeOther("/classes/" + id, Words.of("classes.cardBack", number));
    }

    @POST
    @Path("{id}/groups")
    public Response addGroup(
            @PathParam("id") String id, @RestForm @Nullable String name, @RestForm @Nullable List<Integer> card) {
        var typed = name == null ? "" : name;
        var numbers = new TreeSet<>(card == null ? List.of() : card);
        numbers.removeIf(number -> number < 1 || number > CardSet.HIGHEST);
        try {
            roster.addGroup(people.me(), new PublicId(id), typed, CardSet.of(numbers));
            return flash.seeOther("/classes/" + id + "#groups", Words.of("classes.groupMade", typed.strip()));
        } catch (Refused e) {
            return Flash.again(page(id, null, new GroupForm(typed, numbers, e.why())));
        }
    }

    private ClassPage page(String id, @Nullable Integer retired, @Nullable GroupForm group) {
        var facts = facts(id);
        var inForce = inForce(facts);
        var all = facts.cards();
        return new ClassPage(
                ClassPages.row(facts, today(), groups()),
                all.stream()
                        .filter(card -> inForce.contains(card.number()))
                        .map(ClassPages::row)
                        .toList(),
                all.stream()
                        .filter(card -> !inForce.contains(card.number()))
                        .map(ClassPages::row)
                        .toList(),
                facts.groupsOn(today()).stream().map(ClassPages::row).toList(),
                facts.groups().stream()
                        .filter(each -> each.isOver(today()))
                        .map(ClassPages::row)
                        .toList(),
                all.stream()
                        .filter(card -> retired != null && card.number() == retired && card.retiredOn() != null)
                        .map(ClassPages::row)
                        .findFirst()
                        .orElse(null),
                group);
    }

    private YearGroups groups() {
        return roster.groupsOf(school());
    }

    private ClassFacts facts(String id) {
        return schools.classOf(school(), new PublicId(id));
    }

    private CardSet inForce(ClassFacts facts) {
        return facts.inForce(today());
    }

    private LocalDate today() {
        return London.today(clock);
    }

    private static CardFacts card(ClassFacts facts, int number) {
        return facts.cards().stream()
                .filter(card -> card.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private long school() {
        return people.me().school();
    }
}
