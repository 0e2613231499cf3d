package uk.thinkuknow.bookings.request;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Parses a school's submitted request form into a {@link SessionRequest}, and checks every field. */
@Singleton
public class RequestReader {
    private static final int ROOM_AT_MOST = 200;
    private static final int WORDS_AT_MOST = 1000;

    private final SchoolService schools;
    private final LessonsAtSchool lessons;
    private final RequestRules rules;

    RequestReader(SchoolService schools, LessonsAtSchool lessons, RequestRules rules) {
        this.rules = rules;
        this.schools = schools;
        this.lessons = lessons;
    }

    /**
     * Parses a request and checks every field, so that all problems are shown at once, in the order of the page.
     *
     * @throws RequestProblems.InvalidRequest with a problem for each field that is not valid
     * @throws NotFound for an unknown lesson, or a class or group that is not the school's
     */
    public SessionRequest wish(long schoolId, RequestForm form) {
        var problems = RequestProblems.none();
        var module = problems.at("module", () -> lesson(schoolId, form));
        var audience = problems.at(
                "audience-" + Audience.LESSON.key(),
                () -> choice(Audience.class, form.of("audience"), "request.noAudience"));
        List<BookedClass> classes = List.of();
        Integer heads = null;
        if (audience != null && module != null) {
            problems.check("audience-" + audience.key(), () -> rules.checkLesson(schoolId, module, audience));
        }
        if (audience != null && audience.hasClasses()) {
            classes = classes(schoolId, form, module, problems);
        } else if (audience != null) {
            heads = problems.at("heads", () -> rules.checkedHeads(number(form, "heads")));
        }
        var delivery = problems.at(
                "delivery-" + DeliveryKind.VISIT,
                () -> choice(DeliveryKind.class, form.of("delivery"), "request.noDelivery"));
        var starts = starts(schoolId, form, problems);
        var minutes = problems.at("minutes", () -> rules.checkedMinutes(number(form, "minutes")));
        var room = problems.at("room", () -> form.text("room", ROOM_AT_MOST, "request.roomTooLong"));
        var needs = problems.at("needs", () -> form.text("needs", WORDS_AT_MOST, "request.needsTooLong"));
        var avoid = problems.at("avoid", () -> form.text("avoid", WORDS_AT_MOST, "request.avoidTooLong"));
        if (module == null
                || audience == null
                || delivery == null
                || minutes == null
                || room == null
                || needs == null
                || avoid == null
                || !problems.isEmpty()) {
            throw new RequestProblems.InvalidRequest(problems);
        }
        return new SessionRequest(
                new RequestDetails(
                        module,
                        audience,
                        delivery,
                        "cy".equals(form.of("language")) ? "cy" : "en",
                        heads,
                        minutes,
                        !"no".equals(form.of("devices")),
                        room,
                        needs,
                        avoid),
                starts,
                classes);
    }

    private String lesson(long schoolId, RequestForm form) {
        if (form.of("module").isEmpty()) {
            throw new BookingRefused("request.noLesson");
        }
        return lessons.toBook(schoolId, form.of("module")).key();
    }

    private static int number(RequestForm form, String field) {
        return form.of(field).matches("\\d{1,6}") ? Integer.parseInt(form.of(field)) : 0;
    }

    private List<Instant> starts(long schoolId, RequestForm form, RequestProblems problems) {
        int asked = number(form, "minutes");
        int minutes = asked > RequestRules.LONGEST ? 0 : asked; // the problem is reported at its own field
        var starts = new ArrayList<Instant>();
        for (int i = 1; i <= RequestRules.DATES_AT_MOST; i++) {
            int choice = i;
            if (form.hasStart(i)) {
                problems.check("date-" + i, () -> {
                    var start = form.start(choice);
                    rules.checkTime(schoolId, start, minutes);
                    if (starts.contains(start)) {
                        throw new BookingRefused("request.sameDate");
                    }
                    starts.add(start);
                });
            }
        }
        if (problems.of("date-1") == null) {
            problems.check("date-1", () -> rules.checkSome(starts));
        }
        return starts;
    }

    private List<BookedClass> classes(
            long schoolId, RequestForm form, @Nullable String module, RequestProblems problems) {
        var booked = new ArrayList<BookedClass>();
        for (var id : form.all("class").stream().distinct().toList()) {
            var found = schools.classOf(schoolId, new PublicId(id));
            if (module != null && problems.of("other-band") == null) {
                problems.check("other-band", () -> requireBandOf(schoolId, found, form));
            }
            booked.add(new BookedClass(found.id(), group(found.groups(), form.of("group-" + id))));
        }
        problems.check("which-classes", () -> rules.checkClasses(booked));
        return booked;
    }

    /** As when a session starts: a lesson for other ages needs a confirmation, because it may be a mistake. */
    private void requireBandOf(long schoolId, ClassFacts found, RequestForm form) {
        var band = lessons.toBook(schoolId, form.of("module")).lesson().band();
        if (!found.band().equals(band) && !form.has("other-band", "yes")) {
            throw new BookingRefused(
                    "request.otherAges", found.name(), found.band().replace('-', '–'), band.replace('-', '–'));
        }
    }

    private static @Nullable Long group(List<GroupFacts> groups, String wanted) {
        if (wanted.isEmpty()) {
            return null;
        }
        return groups.stream()
                .filter(group -> group.publicId().value().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new)
                .id();
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String wanted, String code) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BookingRefused(code));
    }
}
