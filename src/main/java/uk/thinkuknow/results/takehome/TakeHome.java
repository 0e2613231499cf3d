package uk.thinkuknow.results.takehome;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.classroom.session.SessionClass;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.TaughtLesson;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.schools.school.CardPicture;
import uk.thinkuknow.schools.school.Deck;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.pdf.PdfRenderer;

/** Makes the PDFs that a class takes home after a lesson: a certificate, and a sheet of what was learned. */
@Singleton
class TakeHome {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE' 'd' 'MMMM' 'yyyy");
    /** Card drawings along the edge of the certificate, the same for every class, so that they point to no child. */
    private static final List<String> ON_THE_CERTIFICATE =
            new Deck().all().stream().limit(8).map(CardPicture::drawing).toList();

    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final HelpBook help;
    private final PdfRenderer paper;

    TakeHome(
            SchoolService schools,
            CurriculumService curriculum,
            TranslationService translations,
            HelpBook help,
            PdfRenderer paper) {
        this.schools = schools;
        this.curriculum = curriculum;
        this.translations = translations;
        this.help = help;
        this.paper = paper;
    }

    /** The certificate as its template prints it: the lesson and the class, with drawings of cards along the edge. */
    @CheckedTemplate(basePath = "results/takehome", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CertificateSheet(Head head, List<String> cards) implements TemplateInstance {}

    /**
     * The sheet of what was learned as its template prints it: the lesson's objectives and ending, and where there is
     * help.
     */
    @CheckedTemplate(basePath = "results/takehome", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LearnedSheet(Head head, String look, List<String> objectives, RawString ending, List<HelpLine> help)
            implements TemplateInstance {}

    /** The lesson, the class, the school, the day and the language, as printed on a sheet. */
    record Head(PageLanguage spoken, String forWhom, String school, String lesson, String day) {}

    byte[] certificate(SessionFacts session) {
        var taught = taught(session);
        var lesson = taught.lesson();
        var sheet = new CertificateSheet(
                head(session, taught, schools.school(session.schoolId())),
                BandDesign.FROM_FOURTEEN.isOf(lesson.band()) ? List.of() : ON_THE_CERTIFICATE);
        return pdf(sheet, taught);
    }

    byte[] sheet(SessionFacts session) {
        var taught = taught(session);
        var lesson = taught.lesson();
        var school = schools.school(session.schoolId());
        var turnTo = help.of(lesson.band(), school.nation(), taught.spoken().language());
        var named = turnTo.named(lesson.help());
        var sheet = new LearnedSheet(
                head(session, taught, school),
                turnTo.peopleOnly() || BandDesign.FROM_EIGHT.isOf(lesson.band()) ? "learned young" : "learned",
                lesson.objectives(),
                Markdown.html(lesson.ending()),
                turnTo.peopleOnly() || named.isEmpty() ? turnTo.lines() : named);
        return pdf(sheet, taught);
    }

    /** Returns the lesson in the language of its session; in English if Welsh is no longer offered. */
    private TaughtLesson taught(SessionFacts session) {
        return translations.taught(curriculum.version(session.moduleVersionId()), session.language());
    }

    private static Head head(SessionFacts session, TaughtLesson taught, SchoolFacts school) {
        return new Head(
                taught.spoken(),
                forWhom(session, taught),
                school.name(),
                taught.lesson().title(),
                day(session, taught));
    }

    private byte[] pdf(TemplateInstance sheet, TaughtLesson taught) {
        return paper.pdf(sheet.setLocale(taught.spoken().language().key()));
    }

    private static String day(SessionFacts session, TaughtLesson taught) {
        return DAY.withLocale(Locale.forLanguageTag(taught.spoken().language().tag()))
                .format(session.localDate());
    }

    /** Uses a comma in Welsh, which has two words for "and", depending on the next sound. */
    private static String forWhom(SessionFacts session, TaughtLesson taught) {
        return taught.spoken().language().isWelsh()
                ? String.join(
                        ", ",
                        session.classes().stream().map(SessionClass::className).toList())
                : session.forWhom();
    }
}
