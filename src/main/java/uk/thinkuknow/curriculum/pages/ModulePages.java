package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.StepView;
import uk.thinkuknow.curriculum.lesson.Strand;
import uk.thinkuknow.curriculum.lesson.TranslationLine;
import uk.thinkuknow.curriculum.lesson.Withdrawal;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonHelpServices;
import uk.thinkuknow.curriculum.library.LessonSearch;
import uk.thinkuknow.curriculum.library.LessonsOfBand;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.library.WithdrawalInForce;
import uk.thinkuknow.curriculum.library.WithdrawalService;
import uk.thinkuknow.curriculum.library.WithdrawalWish;
import uk.thinkuknow.curriculum.welsh.ReviewForm;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormError;

/** Builds the list of lessons and the page of a lesson. */
@Singleton
class ModulePages {
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final WithdrawalService withdrawals;
    private final LessonHelpServices services;
    private final SchoolService schools;

    ModulePages(
            CurriculumService curriculum,
            TranslationService translations,
            WithdrawalService withdrawals,
            LessonHelpServices services,
            SchoolService schools) {
        this.curriculum = curriculum;
        this.translations = translations;
        this.withdrawals = withdrawals;
        this.services = services;
        this.schools = schools;
    }

    /** The list of lessons with its search; withdrawn lessons come last. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ModulesPage(LessonSearch search, List<BandLines> bands, List<ModuleLine> withdrawn)
            implements TemplateInstance {}

    /** The lessons of an age band. */
    record BandLines(String key, String ages, List<ModuleLine> modules) {}

    /** A lesson in the list. */
    record ModuleLine(PublishedModule module, @Nullable TranslationLine welsh) {
        public Lesson lesson() {
            return module.lesson();
        }

        public @Nullable Picture cover() {
            return module.lesson().pictures().stream().findFirst().orElse(null);
        }
    }

    /**
     * The page of a lesson; the forms are null if the viewer may not use them.
     *
     * @param offered whether the viewer may try it and print it, because it is in use at their school
     */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ModulePage(
            PublishedModule module,
            @Nullable TranslationLine welsh,
            ModuleFacts facts,
            List<Notice> notices,
            boolean offered,
            List<StepView> steps,
            boolean seesAnswers,
            @Nullable ReviewForm form,
            @Nullable WithdrawForm withdraw)
            implements TemplateInstance {}

    /**
     * The data shown around a lesson's steps.
     *
     * @param inWelsh whether classes may have it in Welsh now
     * @param unconfirmed the titles of the help services that nobody has confirmed
     */
    record ModuleFacts(
            Lesson lesson,
            String published,
            @Nullable Reviewed reviewed,
            @Nullable WithdrawnView withdrawn,
            boolean inWelsh,
            List<String> unconfirmed) {
        public List<String> strands() {
            return lesson.strands().stream()
                    .flatMap(key -> Strand.of(key).stream())
                    .map(Strand::title)
                    .toList();
        }

        public String unconfirmedServices() {
            return String.join(", ", unconfirmed);
        }

        public RawString notes() {
            return Markdown.html(lesson.teacherNotes());
        }

        public RawString ending() {
            return Markdown.html(lesson.ending());
        }

        public ReadAloud aloud() {
            return ReadAloud.of(lesson);
        }
    }

    /** The reviewer's name and the day of the review, formatted. */
    record Reviewed(String by, String on) {}

    /** How many steps have a script to read aloud, and how many have a recorded voice. */
    record ReadAloud(long scripts, long recordings, int screens) {
        static ReadAloud of(Lesson lesson) {
            return new ReadAloud(
                    lesson.narration().stream()
                            .filter(one -> !one.script().isEmpty())
                            .count(),
                    lesson.narration().stream()
                            .filter(one -> one.audio() != null)
                            .count(),
                    lesson.steps().size());
        }
    }

    /** The withdrawal of a module, formatted. */
    record WithdrawnView(String by, String on, String why) {}

    /**
     * A sentence on where the lesson is out of use, and one on what it waits for.
     *
     * @param leads whether the viewer may open the page of withdrawals
     */
    record Notice(String words, String waits, boolean leads) {}

    /**
     * The form to withdraw a module, with what is wrong with it.
     *
     * @param area the name of the area that the viewer looks after
     * @param offersEverywhere whether they can ask for the whole programme, because it is not theirs
     */
    record WithdrawForm(WithdrawalWish wish, List<FormError> errors, String area, boolean offersEverywhere) {
        static final WithdrawForm EMPTY = new WithdrawForm(new WithdrawalWish("", false, false), List.of());

        WithdrawForm(WithdrawalWish wish, List<FormError> errors) {
            this(wish, errors, "", false);
        }

        WithdrawForm at(String where, boolean offers) {
            return new WithdrawForm(wish, errors, where, offers);
        }

        public @Nullable String error() {
            return FormError.of(errors, "why");
        }
    }

    /** The list, filtered by words and band; withdrawn lessons are on its last page. */
    TemplateInstance list(String words, String band, int page) {
        var search = curriculum.search(words, band, page);
        var gone = curriculum.search(curriculum.withdrawn(), words, band, 1);
        return new ModulesPage(
                search,
                LessonsOfBand.of(search.shown(), List.of()).stream()
                        .map(each -> new BandLines(
                                each.band(),
                                each.ages(),
                                each.lessons().stream().map(this::line).toList()))
                        .toList(),
                search.isLast() ? gone.shown().stream().map(this::line).toList() : List.of());
    }

    /** The page of a lesson for a viewer. */
    TemplateInstance page(StaffMember me, String key, ReviewForm review, WithdrawForm withdraw) {
        var module = curriculum.inUseOrNewest(key);
        var mayReview = me.is(Role.ADMINISTRATOR) && !module.withdrawn();
        // also of a lesson that is out of use for another reason, and may come back soon
        var mayWithdraw = (me.is(Role.ADMINISTRATOR) || me.is(Role.MANAGER))
                && !(module.withdrawn() && withdrawals.isAboutSafeguarding(key));
        var notices = notices(me, key);
        return new ModulePage(
                module,
                welsh(module),
                facts(module),
                notices,
                notices.isEmpty() || me.schoolId() == null,
                StepView.of(module.lesson()),
                me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR),
                mayReview ? review : null,
                mayWithdraw ? withdraw.at(schools.nameOf(me.scope()), offersEverywhere(me)) : null);
    }

    private static boolean offersEverywhere(StaffMember me) {
        return !me.is(Role.ADMINISTRATOR) && !me.scope().isProgramme();
    }

    /** Where the lesson is out of use, for a school only if it is there, for others everywhere. */
    private List<Notice> notices(StaffMember me, String key) {
        var school = me.schoolId();
        var at = school == null ? null : schools.school(school);
        return withdrawals.inForce(me, key).stream()
                .filter(each -> at == null || at.isIn(each.area()))
                .map(each -> notice(each, me))
                .toList();
    }

    private Notice notice(WithdrawalInForce each, StaffMember me) {
        return new Notice(
                Words.of(
                        "pages.outOfUse",
                        schools.nameOf(each.area()),
                        each.said().by(),
                        TextFormat.day(each.said().at()),
                        each.said().why()),
                WithdrawalsResource.waits(each),
                me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR));
    }

    private ModuleLine line(PublishedModule module) {
        return new ModuleLine(module, welsh(module));
    }

    private @Nullable TranslationLine welsh(PublishedModule module) {
        return translations.of(module.versionId()).map(TranslationLine::of).orElse(null);
    }

    private ModuleFacts facts(PublishedModule module) {
        var provenance = curriculum.provenance(module.versionId());
        var review = provenance.review();
        return new ModuleFacts(
                module.lesson(),
                TextFormat.day(provenance.publishedAt()),
                review == null ? null : new Reviewed(review.by(), TextFormat.day(review.at())),
                withdrawnView(provenance.withdrawal()),
                translations.offered(module.versionId()),
                services.unconfirmed(module).stream()
                        .map(fact -> fact.in(Language.ENGLISH).title())
                        .toList());
    }

    private static @Nullable WithdrawnView withdrawnView(@Nullable Withdrawal withdrawal) {
        return withdrawal == null
                ? null
                : new WithdrawnView(withdrawal.by(), TextFormat.day(withdrawal.at()), withdrawal.why());
    }
}
