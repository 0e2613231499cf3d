package uk.thinkuknow.bookings.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Puts together the pages of bookings: the lists, the request, and one booking. */
@Singleton
class BookingPages {
    private static final int ON_A_PAGE = 20;
    private static final int COMING_AT_MOST = 60;
    private static final List<String> USUAL_TIMES = List.of("09:30", "10:45", "13:15");

    private final Bookings bookings;
    private final Offers offers;
    private final BookingRows rows;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final Clock clock;

    BookingPages(
            Bookings bookings,
            Offers offers,
            BookingRows rows,
            SchoolService schools,
            CurriculumService curriculum,
            Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.rows = rows;
        this.schools = schools;
        this.curriculum = curriculum;
        this.clock = clock;
    }

    /**
     * A list of bookings.
     *
     * @param kind whose list it is: school, trainer or programme
     * @param first what needs an act of hers: offers to answer, bookings to come
     */
    @CheckedTemplate(basePath = "bookings/booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingsPage(String kind, List<BookingRow> first, List<BookingRow> rows, int page, int pages)
            implements TemplateInstance {}

    record BookingRow(String id, String title, String forWhom, String when, String where, String state, String tone) {}

    @CheckedTemplate(basePath = "bookings/booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestPage(
            @Nullable String changes,
            int version,
            String key,
            RequestForm form,
            Choices choices,
            RequestProblems problems)
            implements TemplateInstance {}

    record Choices(
            List<BandChoice> bands,
            List<Audience> audiences,
            List<DeliveryKind> deliveries,
            List<ClassChoice> classes,
            List<DateChoice> dates,
            String earliest) {}

    /** The lessons of a band, as one part of the list to choose from. */
    record BandChoice(String words, List<ModuleChoice> modules) {}

    record ModuleChoice(String key, String title, int minutes, boolean lessonOnly) {}

    record ClassChoice(String id, String name, int cards, String groupField, List<GroupChoice> groups) {}

    record GroupChoice(String id, String name) {}

    record DateChoice(String words, String date, String time, String usualTime) {}

    /** A booking with what stood in the way of the last act, and what was typed for it. */
    @CheckedTemplate(basePath = "bookings/booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingPage(
            BookingView booking,
            RequestForm typed,
            @Nullable String problem,
            @Nullable String clash) implements TemplateInstance {}

    @Transactional
    BookingsPage list(StaffMember me, int page) {
        if (me.is(Role.TRAINER)) {
            return ofTrainer(me);
        }
        return me.is(Role.MANAGER) ? ofProgramme(me, page) : ofSchool(me.school(), page);
    }

    private BookingsPage ofSchool(long schoolId, int page) {
        int pages = pages(bookings.count("schoolId", schoolId));
        return new BookingsPage(
                "school",
                page == 1 ? rows(bookings.openAt(schoolId, ON_A_PAGE)) : List.of(),
                rows(bookings.ofSchool(schoolId, page - 1, ON_A_PAGE)),
                page,
                pages);
    }

    private BookingsPage ofTrainer(StaffMember me) {
        var offered = bookings.withIds(offers.openTo(me.id(), clock.instant()).stream()
                .map(Offer::bookingId)
                .toList());
        return new BookingsPage(
                "trainer",
                rows(offered),
                rows(bookings.ofTrainer(me.id(), London.today(clock).minusDays(30), COMING_AT_MOST)),
                1,
                1);
    }

    private BookingsPage ofProgramme(StaffMember me, int page) {
        var found = bookings.withoutTrainer(me.scope(), page - 1, ON_A_PAGE + 1);
        int pages = found.size() > ON_A_PAGE ? page + 1 : page;
        return new BookingsPage(
                "programme", List.of(), rows(found.stream().limit(ON_A_PAGE).toList()), page, pages);
    }

    private static int pages(long rows) {
        return (int) Math.max(1, (rows + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    private List<BookingRow> rows(List<Booking> found) {
        return rows.of(found);
    }

    /** The page of a new request as she filled it in, with what stood in the way last time. */
    RequestPage request(StaffMember me, RequestForm form, RequestProblems problems) {
        var key = form.of("key");
        if (key.isEmpty() || key.length() > 40) {
            key = PublicId.draw().value() + PublicId.draw();
        }
        return new RequestPage(null, 0, key, form, choices(me.school()), problems);
    }

    /** The page on which a request is changed. */
    RequestPage change(StaffMember me, String id, int version, RequestForm form, RequestProblems problems) {
        return new RequestPage(id, version, "", form, choices(me.school()), problems);
    }

    private Choices choices(long schoolId) {
        var classes = schools.classesNow(schoolId);
        var bands = curriculum.byBand(classes.stream().map(ClassFacts::band).toList()).stream()
                .map(band -> new BandChoice(
                        band.fits() ? band.ages() + ", as your classes" : band.ages(),
                        band.lessons().stream().map(BookingPages::choice).toList()))
                .toList();
        var words = List.of("First choice", "Second choice, if you have one", "Third choice, if you have one");
        var dates = new java.util.ArrayList<DateChoice>();
        for (int i = 0; i < RequestRules.DATES_AT_MOST; i++) {
            dates.add(new DateChoice(
                    words.get(i), "date-" + (i + 1), "time-" + (i + 1), i == 0 ? USUAL_TIMES.getFirst() : ""));
        }
        return new Choices(
                bands,
                Arrays.asList(Audience.values()),
                Arrays.asList(DeliveryKind.values()),
                classes.stream().map(this::choice).toList(),
                dates,
                London.today(clock).toString());
    }

    private static ModuleChoice choice(PublishedModule module) {
        var lesson = module.lesson();
        return new ModuleChoice(module.key(), lesson.title(), lesson.minutes(), lesson.lessonOnly());
    }

    private ClassChoice choice(ClassFacts group) {
        return new ClassChoice(
                group.publicId().value(),
                group.name(),
                group.inForce(London.today(clock)).size(),
                "group-" + group.publicId(),
                group.groupsOn(London.today(clock)).stream()
                        .map(each -> new GroupChoice(each.publicId().value(), each.name()))
                        .toList());
    }

    /** The form as a booking would have been asked for: what the page of a change begins with. */
    @Transactional
    RequestForm asAsked(StaffMember me, PublicId id) {
        var booking = bookings.called(id)
                .filter(each -> each.schoolId() == me.school())
                .orElseThrow(uk.thinkuknow.common.NotFound::new);
        var asked = booking.asked();
        var fields = new jakarta.ws.rs.core.MultivaluedHashMap<String, String>();
        fields.add("version", Integer.toString(booking.version()));
        fields.add("module", asked.moduleKey());
        fields.add("audience", asked.audience().name());
        fields.add("delivery", asked.delivery().name());
        fields.add("language", asked.language());
        fields.add("heads", asked.heads() == null ? "" : asked.heads().toString());
        fields.add("minutes", Integer.toString(asked.minutes()));
        fields.add("devices", asked.devices() ? "yes" : "no");
        fields.add("room", asked.room());
        fields.add("needs", asked.needs());
        fields.add("avoid", asked.avoid());
        for (int i = 0; i < booking.choices().size(); i++) {
            var wall = London.wallAt(booking.choices().get(i));
            fields.add("date-" + (i + 1), wall.toLocalDate().toString());
            fields.add("time-" + (i + 1), wall.toLocalTime().toString());
        }
        for (var each : booking.classes()) {
            var group = schools.classOf(each.classId());
            fields.add("class", group.publicId().value());
            group.groups().stream()
                    .filter(found -> Long.valueOf(found.id()).equals(each.cardGroupId()))
                    .forEach(found -> fields.add(
                            "group-" + group.publicId(), found.publicId().value()));
        }
        return new RequestForm(fields);
    }
}
