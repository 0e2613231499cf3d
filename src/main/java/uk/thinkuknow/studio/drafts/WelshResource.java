package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.drafts.DraftPages.DraftHead;
import uk.thinkuknow.studio.forms.Forms;
import uk.thinkuknow.studio.forms.Labelled;
import uk.thinkuknow.studio.forms.Typed;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;

/** Where a draft is translated into Welsh, each text beside its English. */
@Path("/studio/drafts/{id}/welsh")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = {Typed.PREFIX, "was:"})
class WelshResource {
    private final Authoring authoring;
    private final Translating translating;
    private final DraftPages pages;
    private final Moments moments;
    private final CurriculumService curriculum;
    private final LessonFiles files;
    private final PeopleService people;
    private final Flash flash;

    WelshResource(
            Authoring authoring,
            Translating translating,
            DraftPages pages,
            Moments moments,
            CurriculumService curriculum,
            LessonFiles files,
            PeopleService people,
            Flash flash) {
        this.authoring = authoring;
        this.translating = translating;
        this.pages = pages;
        this.moments = moments;
        this.curriculum = curriculum;
        this.files = files;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WelshPage(
            DraftHead draft,
            int texts,
            int done,
            int behind,
            List<Group> groups,
            List<String> others,
            List<Earlier> earlier,
            @Nullable String crossedBy)
            implements TemplateInstance {}

    /** Welsh that the draft had before. */
    record Earlier(int number, String at, String by, String what, boolean now) {}

    /** The texts of a step, or of the lesson around the steps. */
    record Group(String key, String heading, List<Text> texts, int missing, int behind) {}

    /**
     * @param typed what stands in the field: what is stored, or what was typed while somebody else stored something
     * @param behind the English has changed since the Welsh was written
     */
    record Text(String path, String field, String english, String welsh, String typed, boolean behind) {
        public boolean isMissing() {
            return welsh.isEmpty();
        }

        public boolean isCrossed() {
            return !typed.equals(welsh);
        }

        public String getId() {
            return path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        }

        public int getRows() {
            return (int) Math.clamp(
                    english.lines().mapToLong(line -> 1 + line.length() / 48).sum(), 1, 12);
        }
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(id, Map.of(), null);
    }

    /** @param crossed what was typed where somebody else was quicker, by path */
    private TemplateInstance page(String id, Map<String, String> crossed, @Nullable String crossedBy) {
        var me = people.me();
        var open = authoring.open(id);
        var was = before(open);
        var steps = Places.steps(open.written().tree());
        var groups = new ArrayList<Group>();
        TranslationSheet.of(open.written().folder()).stream()
                .collect(Collectors.groupingBy(
                        line -> place(line.path()), java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((place, lines) -> groups.add(
                        group(place, lines, was, steps, form(open.written().tree(), steps, place), crossed)));
        return new WelshPage(
                pages.head(open, me),
                groups.stream().mapToInt(group -> group.texts().size()).sum(),
                groups.stream()
                        .mapToInt(group -> group.texts().size() - group.missing())
                        .sum(),
                groups.stream().mapToInt(Group::behind).sum(),
                groups,
                pages.others(open, Authoring.WELSH, me),
                earlier(open),
                crossedBy);
    }

    private List<Earlier> earlier(Authoring.Open open) {
        var revisions = translating.earlierWelsh(open.draft());
        return revisions.stream()
                .map(revision -> new Earlier(
                        revision.number(),
                        moments.words(revision.savedAt()),
                        people.nameOf(revision.staffId()),
                        revision.what().equals(Authoring.CHANGED) ? "changed the Welsh" : revision.what(),
                        revision == revisions.getFirst()))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response save(
            @RestPath String id,
            MultivaluedMap<String, String> fields,
            @RestHeader("Saved-By-Itself") @Nullable String byItself) {
        var typed = new Typed(fields);
        var words = new HashMap<String, String>();
        var was = new HashMap<String, String>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(Typed.PREFIX))
                .map(name -> name.substring(Typed.PREFIX.length()))
                .filter(path -> !typed.text(path).equals(was(fields, path)))
                .forEach(path -> {
                    words.put(path, typed.text(path));
                    was.put(path, was(fields, path));
                });
        var me = people.me();
        var done = translating.translate(me, id, words, was);
        if (!done.crossed().isEmpty()) {
            words.keySet().retainAll(done.crossed());
            var by = done.by() == me.id() ? "You" : people.nameOf(done.by());
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(id, words, by))
                    .build();
        }
        var place = Objects.requireNonNullElse(fields.getFirst("place"), "");
        var address = "/studio/drafts/" + id + "/welsh" + (place.matches("[a-z0-9-]+") ? "#g-" + place : "");
        return byItself != null
                ? Response.seeOther(URI.create(address)).build()
                : flash.seeOther(
                        address,
                        words.isEmpty()
                                ? "Nothing was changed."
                                : "Saved: " + words.size() + " in Welsh, not reviewed.");
    }

    @POST
    @Path("/go-back")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response goBack(@RestPath String id, @RestForm int to) {
        translating.goBackInWelsh(people.me(), id, to);
        return flash.seeOther("/studio/drafts/" + id + "/welsh", "The Welsh is as it was. The English is as it is.");
    }

    private static String was(MultivaluedMap<String, String> fields, String path) {
        return Objects.requireNonNullElse(fields.getFirst("was:" + path), "")
                .replace("\r\n", "\n")
                .strip();
    }

    /** English and Welsh of the version that the draft began with, by path; a text that has moved counts as new. */
    private Map<String, TranslationSheet.Line> before(Authoring.Open open) {
        var base = open.draft().basedOn();
        return base == null
                ? Map.of()
                : files.source(curriculum.version(base)).map(TranslationSheet::of).orElse(List.of()).stream()
                        .collect(Collectors.toMap(
                                line -> line.english() + "\n" + line.welsh(), line -> line, (a, b) -> a));
    }

    private static Group group(
            String place,
            List<TranslationSheet.Line> lines,
            Map<String, TranslationSheet.Line> was,
            List<ObjectNode> steps,
            Map<String, Labelled.Field> form,
            Map<String, String> crossed) {
        var welshBefore = was.values().stream()
                .map(TranslationSheet.Line::welsh)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
        var texts = lines.stream()
                .map(line -> new Text(
                        line.path(),
                        field(line.path(), form),
                        line.english(),
                        line.welsh(),
                        crossed.getOrDefault(line.path(), line.welsh()),
                        welshBefore.contains(line.welsh()) && !was.containsKey(line.english() + "\n" + line.welsh())))
                .toList();
        int number = place.isEmpty() ? 0 : Integer.parseInt(place);
        return new Group(
                number == 0 ? Authoring.LESSON : String.valueOf(number),
                number == 0 ? "About this lesson" : "Step " + number + ": " + heading(steps.get(number - 1)),
                texts,
                (int) texts.stream().filter(Text::isMissing).count(),
                (int) texts.stream().filter(Text::behind).count());
    }

    private static String heading(ObjectNode step) {
        var title = step.path("title").asText();
        return title.isEmpty() ? Forms.words(step).toLowerCase(Locale.UK) : title;
    }

    private static Map<String, Labelled.Field> form(ObjectNode tree, List<ObjectNode> steps, String place) {
        var key = place.isEmpty()
                ? Authoring.LESSON
                : steps.get(Integer.parseInt(place) - 1).path("key").asText();
        return Labelled.of(new Showing(Places.part(tree, key).orElseThrow(), List.of(), Remarks.NONE)
                .all(Places.fields(tree, key)));
    }

    private static String place(String path) {
        return path.startsWith("steps[") ? path.substring(6, path.indexOf(']')) : "";
    }

    /** What the form of its place calls a text. */
    private static String field(String path, Map<String, Labelled.Field> form) {
        var inside = path.startsWith("steps[") ? path.substring(path.indexOf("].") + 2) : path;
        var field = form.get(inside);
        return field == null ? inside : field.label();
    }
}
