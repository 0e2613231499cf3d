package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.curriculum.library.StepWithdrawals;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the page that compares two published versions of a lesson, texts and pictures. */
@QuarkusTest
class PublishedVersionsTest {
    private static final String KEY = "a-secret-and-a-surprise";
    private static final String PAGE = "/modules/" + KEY + "/versions";
    private final StaffBrowser tess = StaffBrowser.as("tess teacher");
    private final StaffBrowser rita = StaffBrowser.as("rita reviewer");

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonFiles files;

    @Inject
    StepWithdrawals withdrawals;

    @Test
    void theTextsAndPicturesOfTwoVersionsAreShownSideBySide() {
        var first = newest();
        var picture = picture(first);
        var was = folder(first).bytes(picture);
        var fresh =
                new String(was, StandardCharsets.UTF_8).replaceFirst("fill=\"#[0-9a-fA-F]{3,6}\"", "fill=\"#123456\"");
        var second = published(
                first, "title: A secret and a surprise", "title: A secret and one surprise", Map.of(picture, fresh));
        assertEquals(first.number() + 1, second.number());

        var page = tess.get(PAGE + "?from=" + first.number() + "&to=" + second.number());
        page.then()
                .statusCode(200)
                .body(containsString("From version " + first.number() + " to version " + second.number()))
                .body(containsString("<del class=\"st-was\">a </del>surprise"))
                .body(containsString("<ins class=\"st-now\">one </ins>surprise"));
        for (var bytes : new byte[][] {was, fresh.getBytes(StandardCharsets.UTF_8)}) {
            var address = "/pictures/" + Sha256.hex(bytes);
            page.then().body(containsString("src=\"" + address + "\""));
            tess.get(address).then().statusCode(200);
        }
        rita.get(PAGE).then().statusCode(200).body(containsString("From version " + first.number()));
        tess.get(PAGE + "?from=" + second.number() + "&to=" + second.number())
                .then()
                .body(containsString("Choose two different versions"));
        tess.get(PAGE + "?from=999").then().statusCode(404);
        tess.get("/modules/nowhere/versions").then().statusCode(404);
        tess.get("/modules/" + KEY).then().body(containsString("href=\"" + PAGE + "\""));
    }

    @Test
    void aVersionMadeByWithdrawingAStepCanBeCompared() {
        var before = newest();
        var step = before.lesson().step("hello-squirrel").orElseThrow();
        var mo = new StaffMember(1, "mo", "Mo", Set.of("manager"), null, Scope.PROGRAMME, null);
        withdrawals.withdraw(mo, KEY, step.key(), "tried in a test");
        var after = newest();
        tess.get(PAGE + "?from=" + before.number() + "&to=" + after.number())
                .then()
                .statusCode(200)
                .body(containsString("Taken out"))
                .body(not(containsString("cannot be compared")));
        published(before, "minutes: 30", "minutes: 31", Map.of());
    }

    private PublishedModule newest() {
        return curriculum.newest(KEY).orElseThrow();
    }

    private LessonFolder folder(PublishedModule version) {
        return files.source(version).orElseThrow();
    }

    /** Returns the file name of a drawing that the version uses. */
    private String picture(PublishedModule version) {
        var shown = version.lesson().steps().stream()
                .filter(Step.Read.class::isInstance)
                .map(step -> ((Step.Read) step).picture())
                .filter(Objects::nonNull)
                .map(Picture::file)
                .findFirst()
                .orElseThrow();
        return folder(version).files().entrySet().stream()
                .filter(file -> file.getValue().hash().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private PublishedModule published(PublishedModule from, String words, String others, Map<String, String> drawings) {
        var folder = folder(from);
        var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8);
        folder = folder.with(
                LessonFolder.MODULE, yaml.replaceFirst(words, others).getBytes(StandardCharsets.UTF_8));
        for (var drawing : drawings.entrySet()) {
            folder = folder.with(drawing.getKey(), drawing.getValue().getBytes(StandardCharsets.UTF_8));
        }
        curriculum.recordReview(curriculum.publish(folder), "A reviewer", Instant.EPOCH);
        return newest();
    }
}
