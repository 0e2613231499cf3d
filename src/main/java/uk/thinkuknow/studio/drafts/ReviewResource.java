package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;

/** The pages to send a draft for review, comment on it, approve or publish it, and see its history. */
@Path("/studio/drafts/{id}")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "text")
class ReviewResource {
    private static final int UNPROCESSABLE = 422;

    private final DraftReview draftReview;
    private final ReviewHandover passingOn;
    private final ReviewPages pages;
    private final PeopleService people;
    private final Flash flash;
    private final FileRoom room;

    ReviewResource(
            DraftReview draftReview,
            ReviewHandover passingOn,
            ReviewPages pages,
            PeopleService people,
            Flash flash,
            FileRoom room) {
        this.room = room;
        this.draftReview = draftReview;
        this.passingOn = passingOn;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/review")
    public TemplateInstance review(@RestPath String id) {
        return page(id, null, "");
    }

    @GET
    @Path("/history")
    public TemplateInstance history(@RestPath String id) {
        return pages.history(id, people.me());
    }

    @POST
    @Path("/send")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response send(@RestPath String id) {
        return done(id, "", "drafts.sent", () -> {
            draftReview.wantReview(id);
            draftReview.send(people.me(), id);
        });
    }

    @POST
    @Path("/take-back")
    public Response takeBack(@RestPath String id) {
        return done(id, "", "drafts.draftAgain", () -> draftReview.takeBack(people.me(), id));
    }

    @POST
    @Path("/decide")
    @RolesAllowed(Role.REVIEWER)
    public Response decide(
            @RestPath String id,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String text,
            @RestForm @Nullable String seen) {
        var words = Objects.requireNonNullElse(text, "");
        if ("approve".equals(decision)) {
            return done(
                    id,
                    words,
                    "drafts.approvedInYourName",
                    () -> draftReview.approve(people.me(), id, words, Objects.requireNonNullElse(seen, "")));
        }
        if ("ask".equals(decision)) {
            return done(id, words, "drafts.sentBackSaying", () -> draftReview.requestChanges(people.me(), id, words));
        }
        return refused(id, words, new Refused("drafts.chooseDecision"));
    }

    @POST
    @Path("/pass-on")
    @RolesAllowed(Role.REVIEWER)
    public Response passOn(@RestPath String id, @RestForm @Nullable String to, @RestForm @Nullable String text) {
        var words = Objects.requireNonNullElse(text, "");
        try {
            var said = passingOn.passOn(people.me(), id, Objects.requireNonNullElse(to, ""), words);
            return flash.seeOther("/studio/drafts/" + id + "/review", said);
        } catch (Refused e) {
            return refused(id, words, e);
        }
    }

    @POST
    @Path("/comments")
    public Response comment(@RestPath String id, @RestForm @Nullable String place, @RestForm @Nullable String text) {
        var words = Objects.requireNonNullElse(text, "");
        return done(
                id,
                words,
                "drafts.noted",
                () -> draftReview.comment(people.me(), id, Objects.requireNonNullElse(place, ""), words));
    }

    @POST
    @Path("/comments/{comment}/answer")
    public Response answer(
            @RestPath String id,
            @RestPath long comment,
            @RestForm @Nullable String text,
            @RestForm @Nullable String back) {
        var words = Objects.requireNonNullElse(text, "");
        return said(id, back, "drafts.answered", () -> draftReview.answer(people.me(), id, comment, words));
    }

    @POST
    @Path("/comments/{comment}/resolve")
    public Response resolve(@RestPath String id, @RestPath long comment, @RestForm @Nullable String back) {
        return said(id, back, "drafts.settled", () -> draftReview.resolve(people.me(), id, comment));
    }

    @POST
    @Path("/comments/{comment}/reopen")
    public Response reopen(@RestPath String id, @RestPath long comment, @RestForm @Nullable String back) {
        return said(id, back, "drafts.openAgain", () -> draftReview.reopen(id, comment));
    }

    @POST
    @Path("/publish")
    @RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
    public Response publish(
            @RestPath String id,
            @RestForm @Nullable String when,
            @RestForm @Nullable String day,
            @RestForm @Nullable String month,
            @RestForm @Nullable String year,
            @RestForm @Nullable String text) {
        var note = Objects.requireNonNullElse(text, "");
        boolean later = "later".equals(when);
        return done(id, note, later ? "drafts.planned" : "drafts.published", () -> {
            try (var _ = room.forFolder(people.me())) {
                draftReview.publish(people.me(), id, later ? day(day, month, year) : null, note);
            }
        });
    }

    private Response done(String id, String typed, String said, Runnable act) {
        try {
            act.run();
            return flash.seeOther("/studio/drafts/" + id + "/review", Words.of(said));
        } catch (Refused e) {
            return refused(id, typed, e);
        }
    }

    /**
     * Runs an action on a comment and returns to the page it was done on: the review page or that of the comment's
     * place.
     */
    private Response said(String id, @Nullable String back, String said, Runnable act) {
        try {
            act.run();
            return flash.seeOther(pages.addressOfComments(id, Objects.requireNonNullElse(back, "")), Words.of(said));
        } catch (Refused e) {
            return refused(id, "", e);
        }
    }

    private Response refused(String id, String typed, Refused e) {
        return Response.status(UNPROCESSABLE).entity(page(id, e.why(), typed)).build();
    }

    private ReviewPages.ReviewPage page(String id, @Nullable String problem, String typed) {
        var me = people.me();
        try (var _ = room.forComparison(me)) {
            return pages.review(id, me, problem, typed);
        }
    }

    private static LocalDate day(@Nullable String day, @Nullable String month, @Nullable String year) {
        try {
            return LocalDate.of(number(year), number(month), number(day));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused("drafts.dayNotNumbers");
        }
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(Objects.requireNonNullElse(typed, "").strip());
    }
}
