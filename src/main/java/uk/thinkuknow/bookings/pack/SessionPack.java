package uk.thinkuknow.bookings.pack;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingArrangements;
import uk.thinkuknow.bookings.booking.BookingService;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.pages.PaperLesson;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.classes.CardSheets;
import uk.thinkuknow.web.pdf.PdfRenderer;

/** Builds the pack that is printed for a booked session: everything needed in the classroom without a network. */
@Singleton
public class SessionPack {
    private final BookingService bookings;
    private final PaperLesson onPaper;
    private final CardSheets cards;
    private final Facts facts;
    private final PdfRenderer paper;

    SessionPack(BookingService bookings, PaperLesson onPaper, CardSheets cards, Facts facts, PdfRenderer paper) {
        this.bookings = bookings;
        this.onPaper = onPaper;
        this.cards = cards;
        this.facts = facts;
        this.paper = paper;
    }

    /** The printed sheets of the pack; {@code withdrawing} is the law on withdrawing a child from lessons. */
    @CheckedTemplate(basePath = "bookings/pack", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PackSheets(String title, Head head, Lesson lesson, RequestDetails asked, String withdrawing)
            implements TemplateInstance {}

    /** The facts at the top of the pack. */
    record Head(
            String school,
            String when,
            int minutes,
            String forWhom,
            String inCharge,
            @Nullable String trainer,
            BookingArrangements.Lead lead) {}

    /**
     * The pack as one PDF: a page for the safeguarding lead, a letter to parents, what to prepare in the classroom; for
     * classes also the lesson on paper and each class's cards and list.
     *
     * @throws uk.thinkuknow.common.NotFound unless it is a booking of the user's school or one that they deliver
     * @throws uk.thinkuknow.common.Refused before a date is agreed, and after the booking is closed
     */
    // no transaction here: drawing a pack takes seconds, and would hold a connection all that time
    public byte[] of(StaffMember by, PublicId id) {
        var arranged = bookings.arrangements(by, id);
        var school = arranged.booking().school();
        var parts = new ArrayList<PdfRenderer.PdfPart>();
        parts.add(new PdfRenderer.PdfPart(sheets(arranged)));
        if (arranged.booking().audience().hasClasses()) {
            parts.add(onPaper.sheets(arranged.module().versionId()));
        }
        var day =
                London.dateOf(Objects.requireNonNull(arranged.booking().when()).startsAt());
        for (var schoolClass : arranged.classes()) {
            parts.add(new PdfRenderer.PdfPart(cards.sheet(school, schoolClass, day, false)));
            parts.add(new PdfRenderer.PdfPart(cards.list(school, schoolClass, day, false)));
        }
        return paper.pack(parts);
    }

    private PackSheets sheets(BookingArrangements arranged) {
        var booking = arranged.booking();
        var when = Objects.requireNonNull(booking.when());
        var school = booking.school();
        return new PackSheets(
                Words.of("pack.title", booking.forWhom()),
                new Head(
                        school.name(),
                        London.inWords(when.startsAt()),
                        when.minutes(),
                        booking.forWhom(),
                        arranged.inCharge(),
                        arranged.trainer(),
                        arranged.lead()),
                arranged.module().lesson(),
                arranged.asked(),
                facts.of("withdraw-from-lessons", school.nation())
                        .map(law -> law.in(Language.ENGLISH).text())
                        .orElse(""));
    }
}
