package uk.thinkuknow.bookings.pack;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Objects;
import uk.thinkuknow.bookings.booking.Arrangements;
import uk.thinkuknow.bookings.booking.BookingService;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.pages.PaperLesson;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.classes.CardPapers;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.pdf.Paper;

/** The pack that is printed for a session: all that is needed in the room when nothing else works. */
@Singleton
public class Pack {
    private final BookingService bookings;
    private final SchoolService schools;
    private final StaffingService staffing;
    private final CurriculumService curriculum;
    private final PaperLesson onPaper;
    private final CardPapers cards;
    private final Facts facts;
    private final Paper paper;

    Pack(
            BookingService bookings,
            SchoolService schools,
            StaffingService staffing,
            CurriculumService curriculum,
            PaperLesson onPaper,
            CardPapers cards,
            Facts facts,
            Paper paper) {
        this.bookings = bookings;
        this.schools = schools;
        this.staffing = staffing;
        this.curriculum = curriculum;
        this.onPaper = onPaper;
        this.cards = cards;
        this.facts = facts;
        this.paper = paper;
    }

    @CheckedTemplate(basePath = "bookings/pack", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PackSheets(String title, Head head, Lesson lesson, Plan plan, String withdrawing)
            implements TemplateInstance {}

    record Head(
            String school,
            String when,
            int minutes,
            String forWhom,
            String inCharge,
            String trainer,
            String leadTitle,
            String lead) {}

    record Plan(boolean devices, boolean classes, String room, String needs, String avoid) {}

    /**
     * The pack as one PDF: briefing, letter to parents, room plan; the lesson on paper; then each class's cards and list.
     *
     * @throws uk.thinkuknow.common.NotFound for a booking that is not hers or her school's
     * @throws uk.thinkuknow.common.Refused while there is no date
     */
    // no transaction of its own: it takes seconds to draw a pack, which is no time to hold a connection
    public byte[] of(StaffMember by, PublicId id) {
        var arranged = bookings.arrangements(by, id);
        var school = schools.school(arranged.booking().schoolId());
        var parts = new ArrayList<Paper.Sheets>();
        parts.add(new Paper.Sheets(sheets(arranged, school)));
        if (arranged.booking().audience().hasClasses()) {
            parts.add(onPaper.sheets(curriculum.current(arranged.moduleKey()).versionId()));
        }
        var day =
                London.dateOf(Objects.requireNonNull(arranged.booking().when()).startsAt());
        for (long classId : arranged.classIds()) {
            var room = schools.classOf(classId);
            parts.add(new Paper.Sheets(cards.sheet(school, room, day, false)));
            parts.add(new Paper.Sheets(cards.list(school, room, day, false)));
        }
        return paper.pack(parts);
    }

    private PackSheets sheets(Arrangements arranged, SchoolFacts school) {
        var booking = arranged.booking();
        var when = Objects.requireNonNull(booking.when());
        var lesson = curriculum.current(arranged.moduleKey()).lesson();
        return new PackSheets(
                "Pack for " + booking.forWhom(),
                new Head(
                        school.name(),
                        London.inWords(when.startsAt()),
                        when.minutes(),
                        booking.forWhom(),
                        arranged.inCharge(),
                        Objects.requireNonNullElse(arranged.trainer(), ""),
                        staffing.leadsOf(booking.schoolId()).title(),
                        Objects.requireNonNullElse(arranged.lead(), "")),
                lesson,
                new Plan(
                        arranged.devices(),
                        booking.audience().hasClasses(),
                        arranged.room(),
                        arranged.needs(),
                        arranged.avoid()),
                facts.of("withdraw-from-lessons", school.nation())
                        .map(law -> law.in(Language.ENGLISH).text())
                        .orElse(""));
    }
}
