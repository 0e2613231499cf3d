package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.FormOption;

/**
 * The page that lists a lesson's published versions and shows the differences between any two, for teachers, authors
 * and reviewers.
 */
@Path("/modules/{key}/versions")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class VersionsResource {
    private final PublishedVersions versions;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final FileRoom room;

    VersionsResource(PublishedVersions versions, CurriculumService curriculum, PeopleService people, FileRoom room) {
        this.room = room;
        this.versions = versions;
        this.curriculum = curriculum;
        this.people = people;
    }

    /**
     * The page with the versions and the differences.
     *
     * @param before the number of the older of the two compared versions
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VersionsPage(
            String key,
            String title,
            boolean teaches,
            VersionList versions,
            int before,
            int after,
            boolean compared,
            List<LessonComparison.Change> changes)
            implements TemplateInstance {}

    /** The published versions, newest first. */
    record VersionList(List<Line> lines) {
        public List<FormOption> options(int chosen) {
            return lines.stream()
                    .map(each -> new FormOption(
                            String.valueOf(each.number()),
                            each.number() + ", " + each.published(),
                            each.number() == chosen))
                    .toList();
        }
    }

    /** A version in the list. */
    record Line(int number, String published, @Nullable String reviewed, boolean withdrawn) {}

    /** Compares versions {@code ?from=} and {@code ?to=}; by default the newest and the one before it. */
    @GET
    public TemplateInstance show(
            @RestPath String key, @RestQuery @Nullable Integer from, @RestQuery @Nullable Integer to) {
        try (var _ = room.forComparison(people.me())) {
            return compared(key, from, to);
        }
    }

    private VersionsPage compared(String key, @Nullable Integer from, @Nullable Integer to) {
        var all = versions.of(key);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        var after = to == null ? all.getFirst() : numbered(all, to);
        var before = from == null ? all.get(Math.min(all.indexOf(after) + 1, all.size() - 1)) : numbered(all, from);
        var was = before == after ? null : versions.side(before).orElse(null);
        var now = was == null ? null : versions.side(after).orElse(null);
        return new VersionsPage(
                key,
                all.getFirst().lesson().title(),
                teaches(people.me()),
                new VersionList(all.stream().map(this::line).toList()),
                before.number(),
                after.number(),
                was != null && now != null,
                was == null || now == null ? List.of() : LessonComparison.of(was, now));
    }

    private Line line(PublishedModule version) {
        var provenance = curriculum.provenance(version.versionId());
        var review = provenance.review();
        return new Line(
                version.number(),
                TextFormat.day(provenance.publishedAt()),
                review == null ? null : review.by(),
                version.withdrawn());
    }

    private static PublishedModule numbered(List<PublishedModule> all, int number) {
        return all.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static boolean teaches(StaffMember me) {
        return Stream.of(Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR)
                .anyMatch(me::is);
    }
}
