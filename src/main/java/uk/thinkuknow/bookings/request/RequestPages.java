package uk.thinkuknow.bookings.request;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;

/** Builds the page on which a school requests a session or changes its request. */
@Singleton
public class RequestPages {
    private static final String USUAL_TIME = "09:30";

    private final SchoolService schools;
    private final LessonsAtSchool lessons;
    private final Clock clock;

    RequestPages(SchoolService schools, LessonsAtSchool lessons, Clock clock) {
        this.schools = schools;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** The request form; {@code changes} is the id of the booking it changes, null for a new request. */
    @CheckedTemplate(basePath = "bookings/request", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestPage(
            @Nullable String changes,
            int version,
            String key,
            RequestForm form,
            Choices choices,
            RequestProblems problems)
            implements TemplateInstance {}

    /** The options of the request form. */
    record Choices(
            List<BandChoice> bands,
            List<Audience> audiences,
            List<FormOption> deliveries,
            List<ClassChoice> classes,
            List<DateChoice> dates,
            String earliest) {}

    /** The lessons of one age band, as a group of options. */
    record BandChoice(String words, List<FormOption> modules) {}

    /** A class to choose, with its number of cards and its groups. */
    record ClassChoice(String id, String name, int cards, String groupField, List<FormOption> groups) {}

    /** The fields of one preferred date: label, names of the date and time fields, default time. */
    record DateChoice(String words, String date, String time, String usualTime) {}

    /** The page of a new request, with the submitted fields and problems after a refusal. */
    public TemplateInstance request(StaffMember me, RequestForm form, RequestProblems problems) {
        var key = form.hasKey() ? form.of("key") : PublicId.draw().value() + PublicId.draw();
        return new RequestPage(null, 0, key, form, choices(me.school(), form), problems);
    }

    /** The page for changing a request. */
    public TemplateInstance change(StaffMember me, String id, int version, RequestForm form, RequestProblems problems) {
        return new RequestPage(id, version, "", form, choices(me.school(), form), problems);
    }

    private Choices choices(long schoolId, RequestForm form) {
        var classes = schools.classesNow(schoolId);
        var bands = lessons
                .byBand(schoolId, classes.stream().map(ClassFacts::band).toList())
                .stream()
                .map(band -> new BandChoice(
                        band.fits() ? Words.of("request.asYourClasses", band.ages()) : band.ages(),
                        band.lessons().stream().map(each -> option(each, form)).toList()))
                .toList();

        var dates = new ArrayList<DateChoice>();
        for (int i = 1; i <= RequestRules.DATES_AT_MOST; i++) {
            dates.add(
                    new DateChoice(Words.of("request.choice", i), "date-" + i, "time-" + i, i == 1 ? USUAL_TIME : ""));
        }
        return new Choices(
                bands,
                Arrays.asList(Audience.values()),
                Arrays.stream(DeliveryKind.values())
                        .map(each -> new FormOption(each.name(), each.words(), form.has("delivery", each.name())))
                        .toList(),
                classes.stream().map(each -> choice(each, form)).toList(),
                dates,
                London.today(clock).toString());
    }

    private static FormOption option(PublishedModule module, RequestForm form) {
        var lesson = module.lesson();
        var code = lesson.lessonOnly() ? "request.lessonsOnlyOption" : "request.lessonOption";
        return new FormOption(
                module.key(), Words.of(code, lesson.title(), lesson.minutes()), form.has("module", module.key()));
    }

    private ClassChoice choice(ClassFacts schoolClass, RequestForm form) {
        var groupField = "group-" + schoolClass.publicId();
        return new ClassChoice(
                schoolClass.publicId().value(),
                schoolClass.name(),
                schoolClass.inForce(London.today(clock)).size(),
                groupField,
                schoolClass.groupsOn(London.today(clock)).stream()
                        .map(each -> new FormOption(
                                each.publicId().value(),
                                each.name(),
                                form.has(groupField, each.publicId().value())))
                        .toList());
    }

    /** The form filled in from a stored request, for the page that changes it. */
    public RequestForm asAsked(SessionRequest wish, int version) {
        var asked = wish.asked();
        var fields = new MultivaluedHashMap<String, String>();
        fields.add("version", Integer.toString(version));
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
        for (int i = 0; i < wish.starts().size(); i++) {
            var wall = London.localTimeAt(wish.starts().get(i));
            fields.add("date-" + (i + 1), wall.toLocalDate().toString());
            fields.add("time-" + (i + 1), wall.toLocalTime().toString());
        }
        for (var each : wish.classes()) {
            var schoolClass = schools.classOf(each.classId());
            fields.add("class", schoolClass.publicId().value());
            schoolClass.groups().stream()
                    .filter(found -> Long.valueOf(found.id()).equals(each.cardGroupId()))
                    .forEach(found -> fields.add(
                            "group-" + schoolClass.publicId(), found.publicId().value()));
        }
        return new RequestForm(fields);
    }
}
