package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Translation;
import uk.thinkuknow.curriculum.lesson.TranslationLine;
import uk.thinkuknow.curriculum.lesson.TranslationPair;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.ReviewForm;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/**
 * The page where a lesson's Welsh is reviewed: every text beside the English, the missing texts, and the form to record
 * the review.
 */
@Path("/modules/{key}/welsh")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class TranslationResource {
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final PeopleService people;
    private final Flash flash;

    TranslationResource(
            CurriculumService curriculum, TranslationService translations, PeopleService people, Flash flash) {
        this.curriculum = curriculum;
        this.translations = translations;
        this.people = people;
        this.flash = flash;
    }

    /** The page with all texts in both languages. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TranslationPage(
            String key,
            String title,
            int number,
            Translation translation,
            TranslationLine line,
            List<TranslationPair> pairs,
            WelshReviewPart reviewing)
            implements TemplateInstance {}

    /** The review of the Welsh, and the form an administrator records it with. */
    record WelshReviewPart(
            @Nullable String by,
            @Nullable String on,
            @Nullable ReviewForm form) {}

    @GET
    public TemplateInstance show(@RestPath String key) {
        return page(key, ReviewForm.EMPTY);
    }

    @POST
    @Path("/review")
    @RolesAllowed(Role.ADMINISTRATOR)
    public Response review(
            @RestPath String key,
            @RestForm long translation,
            @RestForm @Nullable String by,
            @RestForm @Nullable String day,
            @RestForm @Nullable String month,
            @RestForm @Nullable String year) {
        var form = ReviewForm.typed(by, day, month, year);
        try {
            translations.recordReview(curriculum.current(key), translation, form.by(), form.on());
            return flash.seeOther("/modules/" + key + "/welsh", Words.of("pages.welshRecorded"));
        } catch (Refused e) {
            return Flash.again(page(key, form.with("welsh-by", e)));
        }
    }

    private TemplateInstance page(String key, ReviewForm form) {
        var module = curriculum.inUseOrNewest(key);
        var translation = translations.of(module.versionId()).orElseThrow(NotFound::new);
        var review = translations.review(module.versionId());
        var mayReview = people.me().is(Role.ADMINISTRATOR) && !module.withdrawn() && translation.isComplete();
        return new TranslationPage(
                key,
                module.lesson().title(),
                module.number(),
                translation,
                TranslationLine.of(translation),
                TranslationPair.of(module.lesson(), translation.lesson()),
                new WelshReviewPart(
                        review == null ? null : review.by(),
                        review == null ? null : TextFormat.day(review.at()),
                        mayReview ? form : null));
    }
}
