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
import uk.thinkuknow.identity.staff.Role;

/** Shows staff a lesson as children see it, for trying it out; nothing is stored. */
@Path("/modules/{key}/try")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
class TryLessonResource {
    private final CurriculumService curriculum;
    private final LessonPages pages;

    TryLessonResource(CurriculumService curriculum, LessonPages pages) {
        this.curriculum = curriculum;
        this.pages = pages;
    }

    @GET
    public Response play(
            String key, @RestQuery @Nullable String language, @RestHeader("Accept-Encoding") @Nullable String accepts) {
        var asked = Language.of(language).orElse(Language.ENGLISH);
        return pages.toTry(curriculum.current(key), asked).answer(accepts, null);
    }
}
