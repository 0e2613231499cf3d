package uk.thinkuknow.curriculum.pages;

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
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.WithdrawalService;
import uk.thinkuknow.curriculum.library.WithdrawalWish;
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
        item = MenuEntry.Item.LESSONS,
        words = "menu.lessons",
        place = 510,
        roles = {Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR},
        key = "lessons")
@TextFields(ofLines = "why")
class ModulesResource {
    private final CurriculumService curriculum;
    private final WithdrawalService withdrawals;
    private final ModulePages pages;
    private final PeopleService people;
    private final Flash flash;

    ModulesResource(
            CurriculumService curriculum,
            WithdrawalService withdrawals,
            ModulePages pages,
            PeopleService people,
            Flash flash) {
        this.curriculum = curriculum;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** Lists the lessons in use and withdrawn; {@code ?words=} and {@code ?band=} filter them. */
    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String words, @RestQuery @Nullable String band, @RestQuery int page) {
        return pages.list(typed(words), typed(band), page);
    }

    @GET
    @Path("/{key}")
    public TemplateInstance show(@PathParam("key") String key) {
        return pages.page(people.me(), key, ReviewForm.EMPTY, ModulePages.WithdrawForm.EMPTY);
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
            return Flash.again(pages.page(people.me(), key, form.with("by", e), ModulePages.WithdrawForm.EMPTY));
        }
    }

    /**
     * Withdraws a lesson.
     *
     * @param where {@code everywhere} for the whole programme, if the person looks after an area only
     * @param about {@code safeguarding} if it is about the safety of children
     */
    @POST
    @Path("/{key}/withdraw")
    @RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
    public Response withdraw(
            @PathParam("key") String key,
            @RestForm @Nullable String why,
            @RestForm @Nullable String where,
            @RestForm @Nullable String about) {
        var wish = new WithdrawalWish(typed(why), "everywhere".equals(where), "safeguarding".equals(about));
        var me = people.me();
        try {
            withdrawals.withdraw(me, key, wish);
            return flash.seeOther("/modules/" + key, Words.of("pages.lessonWithdrawn"));
        } catch (Refused e) {
            var form = new ModulePages.WithdrawForm(wish, List.of(new FormError("why", e.why())));
            return Flash.again(pages.page(me, key, ReviewForm.EMPTY, form));
        }
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
