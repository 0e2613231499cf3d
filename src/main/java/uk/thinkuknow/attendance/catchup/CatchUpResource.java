package uk.thinkuknow.attendance.catchup;

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
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.web.MenuEntry;

/**
 * Pages that show which cards missed a lesson their class has had, and lead to the start of a catch-up session for
 * them.
 */
@Path("/catch-up")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.CLASSES, words = "menu.catchUp", place = 620, roles = Role.TEACHER, except = Role.DSL)
@MenuEntry(
        item = MenuEntry.Item.SCHOOL,
        words = "menu.catchUp",
        place = 840,
        roles = Role.DSL,
        when = MenuEntry.When.TEACHES)
class CatchUpResource {
    private final CatchUpService catchUp;
    private final Completions completions;
    private final PeopleService people;

    CatchUpResource(CatchUpService catchUp, Completions completions, PeopleService people) {
        this.catchUp = catchUp;
        this.completions = completions;
        this.people = people;
    }

    /** The page of all classes: lessons with cards still missing, and lessons done. */
    @CheckedTemplate(basePath = "attendance/catchup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CatchUpPage(List<Open> open, List<Done> done) implements TemplateInstance {}

    /** A lesson that some cards of a class have missed. */
    record Open(Done lesson, String module, int had, List<CardView> missing, int unnamed, boolean byHeads) {}

    /** A lesson of a class, and the number of cards that should have it. */
    record Done(String classId, String className, String lesson, int of) {
        static Done of(Completion each, CardSet measured) {
            return new Done(
                    each.schoolClass().publicId().value(), each.schoolClass().name(), each.title(), measured.size());
        }
    }

    /** A card on the page, with its picture. */
    record CardView(int number, String name, String drawing, String colour) {}

    /** The page of one class: each card against each lesson of the year. */
    @CheckedTemplate(basePath = "attendance/catchup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassCompletionPage(String name, String year, List<String> lessons, List<CardRow> cards, List<String> totals)
            implements TemplateInstance {}

    /** A card, and for each lesson whether the card has had it. */
    record CardRow(CardView card, List<Cell> cells) {}

    /** Whether a card has had a lesson, as a symbol and in words. */
    record Cell(String sign, String words) {
        static final Cell HAD = new Cell("✓", Words.of("catchup.hadIt"));
        static final Cell APART = new Cell("–", Words.of("catchup.notTakingPart"));
        static final Cell MISSING = new Cell("", Words.of("catchup.notYet"));
    }

    @GET
    public TemplateInstance list() {
        var today = completions.today();
        var all = catchUp.of(people.me());
        return new CatchUpPage(
                all.stream()
                        .filter(each -> !each.isComplete(today))
                        .map(each -> open(each, today))
                        .toList(),
                all.stream()
                        .filter(each -> each.isComplete(today))
                        .map(each -> Done.of(each, each.measured(today)))
                        .toList());
    }

    @GET
    @Path("/classes/{id}")
    public TemplateInstance ofClass(@PathParam("id") PublicId id) {
        var today = completions.today();
        var found = catchUp.ofClass(people.me(), id);
        var cards = found.schoolClass().cards().stream()
                .filter(card -> card.inForce(today))
                .toList();
        return new ClassCompletionPage(
                found.schoolClass().name(),
                found.schoolClass().yearKey(),
                found.lessons().stream().map(Completion::title).toList(),
                cards.stream().map(card -> row(card, found.lessons())).toList(),
                found.lessons().stream()
                        .map(each -> Words.of(
                                "catchup.hadOf",
                                each.measured(today).and(each.had()).size(),
                                each.measured(today).size()))
                        .toList());
    }

    @POST
    @Path("/start")
    public Response start(@RestForm("class") String classId, @RestForm String module) {
        var group = catchUp.groupOfMissing(people.me(), new PublicId(classId), module);
        return Response.seeOther(UriBuilder.fromPath("/sessions/new")
                        .queryParam("class", classId)
                        .queryParam("module", "{module}")
                        .queryParam("group", group)
                        .build(module))
                .build();
    }

    private static Open open(Completion each, LocalDate today) {
        var missing = each.missing(today);
        var of = each.measured(today);
        return new Open(
                Done.of(each, of),
                each.moduleKey(),
                of.and(each.had()).size(),
                views(each.schoolClass(), missing),
                each.unnamed(),
                each.isByHeads());
    }

    private static CardRow row(CardFacts card, List<Completion> lessons) {
        return new CardRow(
                view(card),
                lessons.stream().map(each -> cell(each, card.number())).toList());
    }

    private static Cell cell(Completion of, int card) {
        if (of.had().contains(card)) {
            return Cell.HAD;
        }
        return of.apart().contains(card) ? Cell.APART : Cell.MISSING;
    }

    private static List<CardView> views(ClassFacts schoolClass, CardSet cards) {
        return schoolClass.cards().stream()
                .filter(card -> cards.contains(card.number()))
                .map(CatchUpResource::view)
                .toList();
    }

    private static CardView view(CardFacts card) {
        var picture = card.picture();
        return new CardView(
                card.number(),
                picture.name(),
                picture.drawing(),
                picture.colour().toLowerCase(Locale.ROOT));
    }
}
