package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Refused;
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
import uk.thinkuknow.curriculum.welsh.ReviewForm;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TextFields;

/**
 * The pages of the lesson library: the list of lessons, each lesson with its notes, answers and review, and the forms
 * to review or withdraw it.
 */
@Path("/modules")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        words = "menu.lessons",
        place = 870,
        roles = {Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR},
        key = "lessons")
@TextFields(ofLines = "why")
class ModulesResource {
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final PeopleService people;
    private final Flash flash;
    private final LessonHelpServices services;

    ModulesResource(
            CurriculumService curriculum,
            TranslationService translations,
            PeopleService people,
            Flash flash,
            LessonHelpServices services) {
        this.curriculum = curriculum;
        this.translations = translations;
        this.people = people;
        this.flash = flash;
        this.services = services;
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

    /** The page of a lesson; the forms are null if the viewer may not use them. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ModulePage(
            PublishedModule module,
            @Nullable TranslationLine welsh,
            ModuleFacts facts,
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

    /** The form to withdraw a module, with what is wrong with it. */
    record WithdrawForm(String why, List<FormError> errors) {
        static final WithdrawForm EMPTY = new WithdrawForm("", List.of());

        public @Nullable String error() {
            return FormError.of(errors, "why");
        }
    }

    /** Lists the lessons in use and withdrawn; {@code ?words=} and {@code ?band=} filter them. */
    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String words, @RestQuery @Nullable String band, @RestQuery int page) {
        var search = curriculum.search(typed(words), typed(band), page);
        var gone = curriculum.search(curriculum.withdrawn(), typed(words), typed(band), 1);
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

    @GET
    @Path("/{key}")
    public TemplateInstance show(@PathParam("key") String key) {
        return page(key, ReviewForm.EMPTY, WithdrawForm.EMPTY);
    }

    @POST
    @Path("/{key}/review")
    @RolesAllowed(Role.ADMINISTRATOR)
    public Response review(
            @PathParam("key") String key,
            @RestForm int number,
            @RestForm @Nullable String by,
            @RestForm @Nullable String day,
            @RestForm @Nullable String month,
            @RestForm @Nullable String year) {
        var form = ReviewForm.typed(by, day, month, year);
        try {
            curriculum.review(key, number, form.by(), form.on());
            return Response.seeOther(URI.create("/modules/" + key + "#review")).build();
        } catch (Refused e) {
            return Flash.again(page(key, form.with("by", e), WithdrawForm.EMPTY));
        }
    }

    @POST
    @Path("/{key}/withdraw")
    @RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
    public Response withdraw(@PathParam("key") String key, @RestForm @Nullable String why) {
        try {
            curriculum.withdraw(people.me(), key, typed(why));
            return flash.seeOther("/modules/" + key, Words.of("pages.lessonWithdrawn"));
        } catch (Refused e) {
            var form = new WithdrawForm(typed(why), List.of(new FormError("why", e.why())));
            return Flash.again(page(key, ReviewForm.EMPTY, form));
        }
    }

    private TemplateInstance page(String key, ReviewForm review, WithdrawForm withdraw) {
        var module = curriculum.inUseOrNewest(key);
        var me = people.me();
        var mayReview = me.is(Role.ADMINISTRATOR) && !module.withdrawn();
        var mayWithdraw = (me.is(Role.ADMINISTRATOR) || me.is(Role.MANAGER)) && !module.withdrawn();
        return new ModulePage(
                module,
                welsh(module),
                facts(module),
                StepView.of(module.lesson()),
                me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR),
                mayReview ? review : null,
                mayWithdraw ? withdraw : null);
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

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
