package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/** The page to find a picture in published lessons and copy it into a draft with its description and credit. */
@Path("/studio/drafts/{id}/library")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class LibraryResource {
    private final DraftEditor draftEditor;
    private final PictureLibrary library;
    private final DraftHeaders heads;
    private final PeopleService people;
    private final Flash flash;

    LibraryResource(
            DraftEditor draftEditor, PictureLibrary library, DraftHeaders heads, PeopleService people, Flash flash) {
        this.draftEditor = draftEditor;
        this.library = library;
        this.heads = heads;
        this.people = people;
        this.flash = flash;
    }

    /** The page with the search and its results. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LibraryPage(DraftHeaders.DraftHeader draft, String words, PicturesFound found) implements TemplateInstance {}

    /**
     * A page of search results.
     *
     * @param all the number of all results
     * @param page the number of this page, counted from 1
     * @param query the words of the search, for a URL
     */
    record PicturesFound(List<Line> lines, int all, int page, String query) {
        public int pages() {
            return Math.ceilDiv(all, PictureLibrary.ON_A_PAGE);
        }

        /** Returns the URL query of a page further on, or back. */
        public String query(int step) {
            return "?words=" + query + "&page=" + (page + step);
        }
    }

    /** A picture, and whether the draft already has it. */
    record Line(PictureLibrary.Found picture, String credit, boolean there) {
        public String name() {
            return picture.said().name().isEmpty()
                    ? picture.said().file()
                    : picture.said().name();
        }
    }

    /**
     * Searches for pictures; {@code ?words=} must all occur in the picture's description or the title of its lesson.
     */
    @GET
    public TemplateInstance search(@RestPath String id, @RestQuery @Nullable String words, @RestQuery int page) {
        var open = draftEditor.open(id);
        var typed = Objects.requireNonNullElse(words, "").strip();
        int number = Math.max(1, page);
        var result = library.search(typed, open.draft().moduleKey(), number);
        return new LibraryPage(
                heads.head(open.draft(), people.me()),
                typed,
                new PicturesFound(
                        result.found().stream()
                                .map(found -> new Line(
                                        found,
                                        found.said().credit().words(),
                                        open.files().containsValue(found.hash())))
                                .toList(),
                        result.all(),
                        number,
                        query(typed)));
    }

    @POST
    public Response take(
            @RestPath String id,
            @RestForm @Nullable String module,
            @RestForm @Nullable String picture,
            @RestForm @Nullable String words,
            @RestForm int page) {
        var found = library.picture(Objects.requireNonNullElse(module, ""), Objects.requireNonNullElse(picture, ""))
                .orElseThrow(NotFound::new);
        var name = draftEditor.copyPicture(people.me(), id, library.content(found), found.said());
        return flash.seeOther(
                "/studio/drafts/" + id + "/library?words=" + query(Objects.requireNonNullElse(words, "")) + "&page="
                        + Math.max(1, page),
                Words.of("drafts.takenAs", name));
    }

    private static String query(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
