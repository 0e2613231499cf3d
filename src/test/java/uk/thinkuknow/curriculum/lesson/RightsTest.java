package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.files.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that licence, lock, credits and content guidance are read and published, and that missing credits get advice.
 */
class RightsTest {
    private static final String CREDITS = "credits: {source: Drawn for a test, licence: CC0 1.0}\n";

    @Test
    void theLicenceTheLockAndTheCreditsArePublishedWithTheLesson() {
        var fine = fine("""
                licence: CC BY-NC 4.0
                locked: true
                credits:
                  source: Ann Example
                  licence: CC BY 4.0
                  files:
                    - {file: star.svg, name: A star, source: Sky Example, licence: CC0 1.0}
                """);
        var read = CanonicalLesson.lessonOf(CanonicalLesson.of(fine).json());
        assertEquals(fine.lesson().rightsOrNone(), read.rightsOrNone());
        assertTrue(read.rightsOrNone().locked());
        assertEquals(new Credit("Sky Example", "CC0 1.0"), read.rightsOrNone().of("star.svg"));
        assertEquals(new Credit("Ann Example", "CC BY 4.0"), read.rightsOrNone().of("moon.svg"));
        assertEquals(
                List.of("CC BY-NC 4.0", "Pictures and sound: Ann Example, CC BY 4.0", "star.svg: Sky Example, CC0 1.0"),
                read.rightsOrNone().lines());
        assertEquals(read.rightsOrNone(), read.without("talk").rightsOrNone());
    }

    @Test
    void aLessonWithoutRightsOrContentGuidanceIsStoredWithoutTheseFields() {
        var json = CanonicalLesson.of(fine("")).json();
        assertFalse(json.contains("rights"), json);
        assertFalse(json.contains("contentGuidance"), json);
        assertEquals(Rights.NONE, CanonicalLesson.lessonOf(json).rightsOrNone());
    }

    @Test
    void contentGuidanceIsPublishedAndHasAtMost300Characters() {
        var fine = fine(CREDITS + "content-guidance: Speaks of a lost hat.\n");
        assertEquals(
                "Speaks of a lost hat.",
                CanonicalLesson.lessonOf(CanonicalLesson.of(fine).json())
                        .without("talk")
                        .contentGuidance());
        var faulty = assertInstanceOf(
                LessonReadResult.Faulty.class, read(CREDITS + "content-guidance: " + "long ".repeat(60) + "words\n"));
        assertTrue(faulty.problems().toString().contains("content-guidance: may have at most 300 letters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|pictures/star.svg: names nobody who made it: write its source and licence under “credits:”",
                "credits: {source: Ann}|pictures/star.svg: has no licence: write it under “credits:”",
                "'credits: {files: [{file: star.svg, source: Ann}]}'|pictures/star.svg: has no licence: write it under “credits:”"
            })
    void aFileWithoutASourceOrLicenceGetsAdvice(String credits, String advice) {
        assertTrue(fine(credits + "\n").advice().stream()
                .map(Problem::toString)
                .toList()
                .contains(advice));
        assertTrue(fine(CREDITS).advice().stream().noneMatch(one -> one.file().startsWith("pictures/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'credits: {files: [{file: moon.svg}]}'|credits.files[1].file: is neither in pictures/ nor in recordings/",
                "'credits: {files: [{file: star.svg}, {file: star.svg}]}'|credits.files[2].file: is there twice",
                "credits: {author: Ann}|credits.author: is not a field of this part",
                "credits: Ann|credits: must have fields of its own",
                "locked: perhaps|locked: must be true or false",
                "'licence: '''''|licence: is empty; say under which licence"
            })
    void aMistakeInLicenceLockOrCreditsIsReportedWithItsField(String written, String problem) {
        var faulty = assertInstanceOf(LessonReadResult.Faulty.class, read(written + "\n"));
        assertTrue(faulty.problems().getFirst().toString().contains(problem), faulty.toString());
    }

    private static LessonReadResult.Fine fine(String credits) {
        return assertInstanceOf(LessonReadResult.Fine.class, read(credits));
    }

    private static LessonReadResult read(String credits) {
        var yaml = GivenFolder.MODULE.replace("KEY", "ask").replace(CREDITS, credits);
        return LessonReader.read(GivenFolder.with("ask", yaml));
    }
}
