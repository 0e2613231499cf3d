package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.SchoolService;

/** Shows staff a lesson as children see it, for trying it out; nothing is stored. At a school, only one that is
 * in use there. */
@Path("/modules/{key}/try")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
class TryLessonResource {
    private final CurriculumService curriculum;
    private final LessonPages pages;
    private final PeopleService people;
    private final SchoolService schools;

    TryLessonResource(CurriculumService curriculum, LessonPages pages, PeopleService people, SchoolService schools) {
        this.curriculum = curriculum;
        this.pages = pages;
        this.people = people;
        this.schools = schools;
    }

    @GET
    public Response play(
            String key, @RestQuery @Nullable String language, @RestHeader("Accept-Encoding") @Nullable String accepts) {
        var asked = Language.of(language).orElse(Language.ENGLISH);
        var school = people.me().schoolId();
        var module = school == null ? curriculum.current(key) : curriculum.toTeach(key, schools.school(school)::isIn);
        return pages.toTry(module, asked).answer(accepts, null);
    }
}
