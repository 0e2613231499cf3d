package uk.thinkuknow.courses.training;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/**
 * Serves the page of an event's people and attendance and handles its forms, for managers and leaders; auditors may
 * read.
 */
@Path("/training")
@RolesAllowed({Role.MANAGER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class EventAttendanceResource {
    private static final int UNPROCESSABLE = 422;
    private static final String FIELD = "there-";

    private final EventAttendancePages pages;
    private final EventPlaceService places;
    private final EventAttendance attendance;
    private final PeopleService people;
    private final Flash flash;

    EventAttendanceResource(
            EventAttendancePages pages,
            EventPlaceService places,
            EventAttendance attendance,
            PeopleService people,
            Flash flash) {
        this.pages = pages;
        this.places = places;
        this.attendance = attendance;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/{id}/people")
    @RolesAllowed({Role.MANAGER, Role.TRAINER, Role.AUDITOR})
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return pages.show(people.me(), id, EventAttendancePages.SubmittedAttendance.NOTHING);
    }

    @POST
    @Path("/{id}/people")
    public Response add(@PathParam("id") PublicId id, @BeanParam PersonForm form) {
        var me = people.me();
        var problems = form.problems();
        if (problems.isEmpty()) {
            try {
                var state = places.book(me, id, form.who());
                return flash.seeOther(
                        page(id),
                        Words.of(
                                state == EventPlace.State.BOOKED
                                        ? "training.bookedForThem"
                                        : "training.waitingForThem"));
            } catch (Refused e) {
                problems.with("name", e.why());
            }
        }
        return again(id, new EventAttendancePages.SubmittedAttendance(form, Map.of(), problems));
    }

    @POST
    @Path("/{id}/people/{place}/give-up")
    public Response giveUp(@PathParam("id") PublicId id, @PathParam("place") PublicId place) {
        places.giveUp(people.me(), id, place);
        return flash.seeOther(page(id), Words.of("training.takenOff"));
    }

    @POST
    @Path("/{id}/people/{place}/revoke")
    @RolesAllowed(Role.MANAGER)
    public Response revoke(
            @PathParam("id") PublicId id, @PathParam("place") PublicId place, @RestForm @Nullable String reason) {
        attendance.revoke(people.me(), id, place, reasonOf(reason));
        return flash.seeOther(page(id), Words.of("training.isRevoked"));
    }

    @POST
    @Path("/{id}/attendance")
    public Response mark(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var typed = new HashMap<String, String>();
        var minutes = new HashMap<PublicId, Integer>();
        fields.forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                var said = values.getFirst().strip();
                typed.put(name, said);
                EventForm.number(said)
                        .ifPresent(each -> minutes.put(new PublicId(name.substring(FIELD.length())), each));
            }
        });
        try {
            attendance.mark(people.me(), id, minutes);
            return flash.seeOther(page(id), Words.of("training.attendanceSaved"));
        } catch (Refused e) {
            return again(
                    id,
                    new EventAttendancePages.SubmittedAttendance(
                            PersonForm.EMPTY, typed, FormProblems.of("attendance", e.why())));
        }
    }

    /** Confirms the chosen people's attendance, or declines it. */
    @POST
    @Path("/{id}/attendance/confirm")
    @RolesAllowed(Role.MANAGER)
    public Response decide(
            @PathParam("id") PublicId id,
            @RestForm("person") @Nullable List<String> chosen,
            @RestForm @Nullable String decline) {
        if (chosen == null || chosen.isEmpty()) {
            return again(
                    id,
                    new EventAttendancePages.SubmittedAttendance(
                            PersonForm.EMPTY, Map.of(), FormProblems.of("person", Words.of("training.chooseSome"))));
        }
        boolean confirmed = decline == null;
        try {
            attendance.decide(
                    people.me(), id, chosen.stream().map(PublicId::new).collect(Collectors.toSet()), confirmed);
            return flash.seeOther(page(id), Words.of(confirmed ? "training.confirmed" : "training.declined"));
        } catch (Refused e) {
            return flash.seeOtherNotDone(page(id), e.why());
        }
    }

    private static Badge.RevocationReason reasonOf(@Nullable String key) {
        return Arrays.stream(Badge.RevocationReason.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("training.noReason"));
    }

    private Response again(PublicId id, EventAttendancePages.SubmittedAttendance typed) {
        return Response.status(UNPROCESSABLE)
                .entity(pages.show(people.me(), id, typed))
                .build();
    }

    private static String page(PublicId id) {
        return "/training/" + id + "/people";
    }
}
