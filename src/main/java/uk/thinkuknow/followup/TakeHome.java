package uk.thinkuknow.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.curriculum.Lesson;
import uk.thinkuknow.curriculum.Markdown;
import uk.thinkuknow.help.HelpBook;
import uk.thinkuknow.help.HelpLine;
import uk.thinkuknow.paper.Paper;
import uk.thinkuknow.school.CardPicture;
import uk.thinkuknow.school.Deck;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.session.SessionFacts;

/** What a class takes home after a lesson: a certificate for the wall, and a sheet of what was learned. */
@Singleton
class TakeHome {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    /** Drawings of cards that stand along its edge, the same for every class, so that they are nobody's. */
    private static final List<String> ON_THE_CERTIFICATE =
            new Deck().all().stream().limit(8).map(CardPicture::drawing).toList();

    private final SchoolService schools;
    private final HelpBook help;
    private final Paper paper;

    TakeHome(SchoolService schools, HelpBook help, Paper paper) {
        this.schools = schools;
        this.help = help;
        this.paper = paper;
    }

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CertificateSheet(String title, String forWhom, String school, String lesson, String day, List<String> cards)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LearnedSheet(
            String title,
            String look,
            String forWhom,
            String school,
            String day,
            String lesson,
            List<String> objectives,
            RawString ending,
            List<HelpLine> help)
            implements TemplateInstance {}

    byte[] certificate(SessionFacts session, Lesson lesson) {
        return paper.pdf(new CertificateSheet(
                "Certificate for " + session.forWhom(),
                session.forWhom(),
                schools.school(session.schoolId()).name(),
                lesson.title(),
                DAY.format(session.localDate()),
                lesson.band().equals("14-18") ? List.of() : ON_THE_CERTIFICATE));
    }

    byte[] sheet(SessionFacts session, Lesson lesson) {
        var school = schools.school(session.schoolId());
        var turnTo = help.of(lesson.band(), school.nation());
        var named = turnTo.named(lesson.help());
        return paper.pdf(new LearnedSheet(
                "What we learned: " + lesson.title(),
                turnTo.peopleOnly() || lesson.band().equals("8-10") ? "learned young" : "learned",
                session.forWhom(),
                school.name(),
                DAY.format(session.localDate()),
                lesson.title(),
                lesson.objectives(),
                Markdown.html(lesson.ending()),
                turnTo.peopleOnly() || named.isEmpty() ? turnTo.lines() : named));
    }
}
