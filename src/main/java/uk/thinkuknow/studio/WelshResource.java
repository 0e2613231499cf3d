package uk.thinkuknow.studio;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.curriculum.LessonFiles;
import uk.thinkuknow.curriculum.TranslationSheet;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.studio.DraftPages.DraftHead;
import uk.thinkuknow.web.Flash;

/** Where a draft is translated into Welsh, each text beside its English. */
@Path("/studio/drafts/{id}/welsh")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class WelshResource {
    private final Authoring authoring;
    private final DraftPages pages;
    private final CurriculumService curriculum;
    private final LessonFiles files;
    private final PeopleService people;
    private final Flash flash;

    WelshResource(
            Authoring authoring,
            DraftPages pages,
            CurriculumService curriculum,
            LessonFiles files,
            PeopleService people,
            Flash flash) {
        this.authoring = authoring;
        this.pages = pages;
        this.curriculum = curriculum;
        this.files = files;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WelshPage(DraftHead draft, int texts, int done, int behind, List<Group> groups)
            implements TemplateInstance {}

    /** The texts of a step, or of the lesson around the steps. */
    record Group(String key, String heading, List<Text> texts, int missing, int behind) {}

    /** @param behind the English has changed since the Welsh was written */
    record Text(String path, String field, String english, String welsh, boolean behind) {
        public boolean isMissing() {
            return welsh.isEmpty();
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
        var open = authoring.open(id);
        var was = before(open);
        var steps = Places.steps(open.written().tree());
        var groups = new ArrayList<Group>();
        TranslationSheet.of(open.written().folder()).stream()
                .collect(Collectors.groupingBy(
                        line -> place(line.path()), java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((place, lines) -> groups.add(group(place, lines, was, steps)));
        return new WelshPage(
                pages.head(open, people.me()),
                groups.stream().mapToInt(group -> group.texts().size()).sum(),
                groups.stream()
                        .mapToInt(group -> group.texts().size() - group.missing())
                        .sum(),
                groups.stream().mapToInt(Group::behind).sum(),
                groups);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response save(@RestPath String id, MultivaluedMap<String, String> fields) {
        var typed = new Typed(fields);
        var words = new HashMap<String, String>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(Typed.PREFIX))
                .map(name -> name.substring(Typed.PREFIX.length()))
                .filter(path -> !typed.text(path).equals(was(fields, path)))
                .forEach(path -> words.put(path, typed.text(path)));
        if (!words.isEmpty()) {
            authoring.translate(people.me(), id, words);
        }
        var place = Objects.requireNonNullElse(fields.getFirst("place"), "");
        return flash.seeOther(
                "/studio/drafts/" + id + "/welsh" + (place.matches("[a-z0-9-]+") ? "#g-" + place : ""),
                words.isEmpty() ? "Nothing was changed." : "Saved: " + words.size() + " in Welsh, not reviewed.");
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
            List<com.fasterxml.jackson.databind.node.ObjectNode> steps) {
        var welshBefore = was.values().stream()
                .map(TranslationSheet.Line::welsh)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
        var texts = lines.stream()
                .map(line -> new Text(
                        line.path(),
                        field(line.path()),
                        line.english(),
                        line.welsh(),
                        welshBefore.contains(line.welsh()) && !was.containsKey(line.english() + "\n" + line.welsh())))
                .toList();
        int number = place.isEmpty() ? 0 : Integer.parseInt(place);
        return new Group(
                number == 0 ? Authoring.LESSON : String.valueOf(number),
                number == 0
                        ? "About this lesson"
                        : "Step " + number + ": "
                                + steps.get(number - 1).path("title").asText(),
                texts,
                (int) texts.stream().filter(Text::isMissing).count(),
                (int) texts.stream().filter(Text::behind).count());
    }

    private static String place(String path) {
        return path.startsWith("steps[") ? path.substring(6, path.indexOf(']')) : "";
    }

    private static String field(String path) {
        var inside = path.startsWith("steps[") ? path.substring(path.indexOf("].") + 2) : path;
        var words = inside.replace("question.", "")
                .replace('-', ' ')
                .replaceAll("s\\[(\\d+)]", " $1")
                .replace('.', ',');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1).replace(",", ", ");
    }
}
