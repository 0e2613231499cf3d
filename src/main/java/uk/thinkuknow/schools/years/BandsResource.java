package uk.thinkuknow.schools.years;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** The form with which administrators change the age bands from a day to come, or take such a change back. */
@Path("/years/bands")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
class BandsResource {
    /** Bands that begin in August are in force before the school year of any nation begins. */
    private static final int AUGUST = 8;

    private final BandService service;
    private final SchoolYears years;
    private final PeopleService people;
    private final Flash flash;
    private final Clock clock;

    BandsResource(BandService service, SchoolYears years, PeopleService people, Flash flash, Clock clock) {
        this.service = service;
        this.years = years;
        this.people = people;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "schools/years", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BandsPage(BandsView form) implements TemplateInstance {}

    /** @param changes the days of changes to come */
    record BandsView(
            String from,
            List<FormOption> ending,
            List<BandFields> rows,
            List<ComingChange> changes,
            List<FormError> errors) {
        /** What is wrong with a field; null if nothing is. */
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }
    }

    /** The fields of one new band. */
    record BandFields(int number, String ages, List<FormOption> groups) {}

    /** A change to come, which can be taken back. */
    record ComingChange(String day, String words) {}

    @GET
    public TemplateInstance form() {
        var today = London.today(clock);
        var august = LocalDate.of(today.getYear(), AUGUST, 1);
        var from = august.isAfter(today) ? august : august.plusYears(1);
        return page(new BandChange(from.toString(), List.of(), List.of()), List.of());
    }

    @POST
    @Path("/change")
    public Response change(MultivaluedMap<String, String> fields) {
        var change = BandChange.of(fields);
        var errors = service.change(people.me().name(), change);
        return errors.isEmpty()
                ? flash.seeOther("/years#bands", Words.of("years.bandsChanged"))
                : Flash.again(page(change, errors));
    }

    @POST
    @Path("/undo")
    public Response undo(@RestForm @DefaultValue("") String day) {
        try {
            service.undo(people.me().name(), LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw new NotFound();
        } catch (Refused e) {
            return flash.seeOtherNotDone("/years/bands", e.why());
        }
        return flash.seeOther("/years#bands", Words.of("years.bandsUndone"));
    }

    private BandsPage page(BandChange change, List<FormError> errors) {
        var today = London.today(clock);
        var all = years.bands();
        var ending = all.from(today).all().stream()
                .filter(band -> band.to() == null)
                .map(band -> new FormOption(
                        band.key(),
                        Words.of("years.ages", band.key().replace('-', '–')),
                        change.ending().contains(band.key())))
                .toList();
        var coming = all.all().stream()
                .map(AgeBand::from)
                .filter(day -> day.isAfter(today))
                .distinct()
                .map(day -> new ComingChange(
                        day.toString(),
                        Words.of(
                                "years.comingChange",
                                TextFormat.day(day),
                                TextFormat.list(all.on(day).keys()).replace('-', '–'))))
                .toList();
        return new BandsPage(new BandsView(change.day(), ending, rows(change), coming, errors));
    }

    private static List<BandFields> rows(BandChange change) {
        var groups = YearGroups.of("england");
        return IntStream.rangeClosed(1, BandChange.ROWS)
                .mapToObj(number -> {
                    var typed = change.fresh().stream()
                            .filter(each -> each.row() == number)
                            .findFirst()
                            .orElse(new BandChange.NewBand(number, "", ""));
                    return new BandFields(
                            number,
                            typed.ages(),
                            groups.all().stream()
                                    .map(group -> new FormOption(
                                            "" + group,
                                            groups.name(group),
                                            typed.group().equals("" + group)))
                                    .toList());
                })
                .toList();
    }
}
