package uk.thinkuknow.booking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.school.ClassFacts;
import uk.thinkuknow.school.GroupFacts;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.session.Audience;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;

/** Understands the form of a request. */
@Singleton
class RequestReader {
    private static final int ROOM_AT_MOST = 200;
    private static final int WORDS_AT_MOST = 1000;

    private final SchoolService schools;

    private final CurriculumService curriculum;

    RequestReader(SchoolService schools, CurriculumService curriculum) {
        this.schools = schools;
        this.curriculum = curriculum;
    }

    /**
     * @throws BookingRefused naming what cannot be understood
     * @throws NotFound for a class or a group that is not the school's
     */
    Wish wish(long schoolId, RequestForm form) {
        if (form.of("module").isEmpty()) {
            throw new BookingRefused("Choose a lesson.");
        }
        var audience = choice(Audience.class, form.of("audience"), "Say whom it is for.");
        var asked = new Asked(
                form.of("module"),
                audience,
                choice(DeliveryKind.class, form.of("delivery"), "Say who is to teach it."),
                "cy".equals(form.of("language")) ? "cy" : "en",
                audience.hasClasses() ? null : form.number("heads", "how many people you expect"),
                form.number("minutes", "how long it may take, in minutes,"),
                !"no".equals(form.of("devices")),
                form.text("room", ROOM_AT_MOST, "What you say of the room"),
                form.text("needs", WORDS_AT_MOST, "What you say of needs"),
                form.text("avoid", WORDS_AT_MOST, "What you say of topics to leave out"));
        return new Wish(asked, form.starts(), audience.hasClasses() ? classes(schoolId, form) : List.of());
    }

    private List<BookedClass> classes(long schoolId, RequestForm form) {
        var booked = new ArrayList<BookedClass>();
        for (var id : form.all("class").stream().distinct().toList()) {
            var found = schools.classOf(schoolId, new PublicId(id));
            requireBandOf(found, form);
            booked.add(new BookedClass(found.id(), group(found.groups(), form.of("group-" + id))));
        }
        return booked;
    }

    /** As at Start: a lesson for other ages is meant, or it is a slip. */
    private void requireBandOf(ClassFacts found, RequestForm form) {
        var band = curriculum.current(form.of("module")).lesson().band();
        if (!found.band().equals(band) && !form.has("other-band", "yes")) {
            throw new BookingRefused(found.name() + " is " + found.band().replace('-', '–') + "; this lesson is for "
                    + band.replace('-', '–')
                    + ". Choose another lesson or class, or tick below the classes that it is meant all the same.");
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

    private static <E extends Enum<E>> E choice(Class<E> kind, String wanted, String missing) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BookingRefused(missing));
    }
}
