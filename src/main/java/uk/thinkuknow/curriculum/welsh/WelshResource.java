package uk.thinkuknow.curriculum.welsh;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * The page where an administrator turns Welsh drafts on or off and records a review of the Welsh texts of the pages.
 */
@Path("/welsh")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.LESSONS, words = "menu.welsh", place = 530, roles = Role.ADMINISTRATOR)
class WelshResource {
    private final WelshAvailability welsh;
    private final Installation installation;
    private final Flash flash;

    WelshResource(WelshAvailability welsh, Installation installation, Flash flash) {
        this.welsh = welsh;
        this.installation = installation;
        this.flash = flash;
    }

    /** The page with the setting and the review form. */
    @CheckedTemplate(basePath = "curriculum/welsh", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WelshPage(boolean demo, boolean shown, @Nullable ReviewLine review, ReviewForm form)
            implements TemplateInstance {}

    /** The reviewer's name and the day of the review, formatted. */
    record ReviewLine(String by, String on) {}

    @GET
    public TemplateInstance show() {
        return page(ReviewForm.EMPTY);
    }

    @POST
    @Path("/drafts")
    public Response drafts(@RestForm @Nullable String shown) {
        boolean on = "yes".equals(shown);
        try {
            welsh.showDrafts(on);
            return flash.seeOther("/welsh", Words.of(on ? "welsh.draftsOn" : "welsh.draftsOff"));
        } catch (Refused e) {
            return Flash.again(page(ReviewForm.EMPTY.with(null, e)));
        }
    }

    @POST
    @Path("/review")
    public Response review(
            @RestForm @Nullable String by,
            @RestForm @Nullable String day,
            @RestForm @Nullable String month,
            @RestForm @Nullable String year) {
        var form = ReviewForm.typed(by, day, month, year);
        try {
            welsh.recordReview(form.by(), form.on());
            return flash.seeOther("/welsh", Words.of("welsh.recorded"));
        } catch (Refused e) {
            return Flash.again(page(form.with("pages-by", e)));
        }
    }

    private TemplateInstance page(ReviewForm form) {
        var review = welsh.setting().review();
        return new WelshPage(
                installation.demo(),
                welsh.setting().draftsShown(),
                review == null ? null : new ReviewLine(review.by(), TextFormat.day(review.at())),
                form);
    }
}
