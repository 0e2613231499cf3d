package uk.thinkuknow.classroom.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.StepWithdrawals;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.TextFields;

/**
 * Lets managers withdraw one step of a published lesson, and lists the withdrawn steps with the sessions that saw them.
 */
@Path("/modules/{key}/steps")
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class WithdrawnStepsResource {
    private final CurriculumService curriculum;
    private final StepWithdrawals withdrawals;
    private final ViewingSessions saw;
    private final PeopleService people;
    private final Flash flash;

    WithdrawnStepsResource(
            CurriculumService curriculum,
            StepWithdrawals withdrawals,
            ViewingSessions saw,
            PeopleService people,
            Flash flash) {
        this.curriculum = curriculum;
        this.withdrawals = withdrawals;
        this.saw = saw;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The page for withdrawing a step of a lesson.
     *
     * @param form null if the whole lesson is withdrawn
     * @param gone the steps withdrawn already, and the lesson if it is withdrawn
     * @param sessionsShown whether the reader is a manager, who sees the sessions of their area
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WithdrawnStepsPage(
            String key,
            String title,
            List<FormOption> steps,
            @Nullable Form form,
            List<WithdrawnPart> gone,
            boolean sessionsShown)
            implements TemplateInstance {}

    /** The step to withdraw and the reason, as typed. */
    record Form(String step, String why, @Nullable String error) {}

    /** A withdrawn step or lesson, and the sessions that saw it. */
    record WithdrawnPart(String title, String by, String when, String why, List<ViewerRow> sessions) {}

    /** A session that saw the withdrawn step or lesson, and how many of its cards and visitors did. */
    record ViewerRow(String school, String classes, String when, int cards) {}

    @GET
    public TemplateInstance show(@RestPath String key) {
        return page(key, new Form("", "", null));
    }

    @POST
    @Path("withdraw")
    public Response withdraw(@RestPath String key, @RestForm @Nullable String step, @RestForm @Nullable String why) {
        var form = new Form(step == null ? "" : step, why == null ? "" : why.strip(), null);
        try {
            withdrawals.withdraw(people.me(), key, form.step(), form.why());
            return flash.seeOther("/modules/" + key + "/steps", Words.of("board.stepWithdrawn"));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(page(key, new Form(form.step(), form.why(), e.why())))
                    .build();
        }
    }

    private TemplateInstance page(String key, Form form) {
        var me = people.me();
        var module = curriculum.newest(key).orElseThrow(NotFound::new);
        var steps = new ArrayList<FormOption>();
        module.lesson()
                .steps()
                .forEach(step -> steps.add(new FormOption(
                        step.key(),
                        Words.of("board.stepTitle", steps.size() + 1, step.title()),
                        step.key().equals(form.step()),
                        step instanceof Step.Ask ask ? ask.question().stem() : null))); // two may have the same title
        var gone = new ArrayList<WithdrawnPart>();
        var withdrawal = curriculum.provenance(module.versionId()).withdrawal();
        if (withdrawal != null) {
            gone.add(new WithdrawnPart(
                    Words.of("board.wholeLesson"),
                    withdrawal.by(),
                    London.inWords(withdrawal.at()),
                    withdrawal.why(),
                    seen(me, key, "")));
        }
        for (var one : withdrawals.of(key)) {
            gone.add(new WithdrawnPart(
                    one.title(), one.by(), London.inWords(one.at()), one.why(), seen(me, key, one.step())));
        }
        return new WithdrawnStepsPage(
                key, module.lesson().title(), steps, module.withdrawn() ? null : form, gone, me.is(Role.MANAGER));
    }

    private List<ViewerRow> seen(StaffMember me, String key, String step) {
        if (!me.is(Role.MANAGER)) {
            return List.of();
        }
        return saw.sessions(key, step, me.scope()).stream()
                .map(one -> new ViewerRow(one.school(), one.classes(), London.inWords(one.startedAt()), one.seen()))
                .toList();
    }
}
