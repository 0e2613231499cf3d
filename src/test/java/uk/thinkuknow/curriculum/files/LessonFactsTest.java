package uk.thinkuknow.curriculum.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.facts.ConfirmedFacts;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.VersionStatus;
import uk.thinkuknow.curriculum.library.LessonHelpServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that facts are filled into lessons, that a changed fact reopens reviews, and which facts a person should check.
 */
class LessonFactsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Facts FACTS = Facts.packaged();

    @Test
    void theFactsThatALessonRefersToAreFilledInAndListed() {
        var told = LessonFacts.withFacts(read(referring("Call {childline.number}. {childline.Hours}.")), FACTS);
        assertEquals("Call 0800 1111. Free, day and night.", prompt(told.lesson()));
        assertTrue(
                told.lesson().teacherNotes().contains("116 123"), told.lesson().teacherNotes());
        assertEquals(List.of("childline", "samaritans"), List.copyOf(told.facts()), "of its help, and of its notes");
    }

    @Test
    void aPublishedLessonKeepsItsReferencesSoAChangedNumberShowsAtOnce() throws IOException {
        var lesson = read(referring("Call {childline.number}."));
        assertEquals("Call {childline.number}.", prompt(lesson));
        var stored = CanonicalLesson.lessonOf(CanonicalLesson.tree(lesson));
        assertEquals(lesson, stored);
        var changed = ConfirmedFacts.read(ConfirmedFacts.file().replace("0800 1111", "0800 1112"));
        assertEquals(
                "Call 0800 1112.", prompt(LessonFacts.withFacts(stored, changed).lesson()));
        assertEquals(
                "Call 0800 1112.",
                prompt(LessonFacts.withFacts(stored.without("first"), changed).lesson()));
    }

    @Test
    void aReferenceToAnUnknownFactIsReportedWithItsPath() {
        var faulty = assertInstanceOf(
                LessonReadResult.Faulty.class, LessonReader.read(referring("Call {chldline.number}.")));
        var said = faulty.problems().toString();
        assertTrue(said.contains("steps[3].prompt"), said);
        assertTrue(said.contains("refers to {chldline.number}, which facts.yaml does not have"), said);
        assertTrue(said.contains("did you mean “childline”?"), said);
    }

    @Test
    void theLengthOfASentenceIsCheckedWithItsFactFilledIn() {
        var faulty = assertInstanceOf(LessonReadResult.Faulty.class, LessonReader.read(referring("{childline}")));
        assertTrue(
                faulty.problems().toString().contains("ages 8-10 read at most 12"),
                faulty.problems().toString());
    }

    @Test
    void aChangedFactReopensTheReviewsOfOnlyTheLessonsThatUseIt() throws IOException {
        var refers =
                LessonFacts.withFacts(read(referring("Who helps you?")), FACTS).facts();
        var other = LessonFacts.withFacts(read(GivenFolder.of("other")), FACTS).facts();
        var reviewed = reviewed(FACTS.hash(refers));
        assertTrue(reviewed.isReviewed(FACTS.hash(refers)));

        var changed = ConfirmedFacts.read(ConfirmedFacts.file().replace("116 123", "116 124"));
        assertFalse(reviewed.isReviewed(changed.hash(refers)), "it names the Samaritans");
        assertTrue(reviewed(FACTS.hash(other)).isReviewed(changed.hash(other)), "it does not");

        var helped = ConfirmedFacts.read(ConfirmedFacts.file().replace("0800 1111", "0800 1112"));
        assertNotEquals(FACTS.hash(other), helped.hash(other), "its help names Childline");
        assertEquals(
                FACTS.hash(refers),
                ConfirmedFacts.of(ConfirmedFacts.file()).hash(refers),
                "a confirmation reopens none");
        assertEquals("", FACTS.hash(List.of()));
    }

    @Test
    void theUnconfirmedServicesOfALessonAreThoseInItsHelpPanelAndItsTextsForTheNation() throws IOException {
        assertEquals(List.of(), unconfirmed("", "wales"));
        assertEquals(List.of("ceop"), unconfirmed("ceop", "england"), "the help panel names it");
        assertEquals(List.of("samaritans"), unconfirmed("samaritans", "england"), "its notes name it");
        assertEquals(List.of("meic"), unconfirmed("meic", "wales"));
        assertEquals(List.of(), unconfirmed("meic", "england"));
        assertEquals(List.of(), unconfirmed("law-nudes", "england"), "it sends nobody to a law");
    }

    @Test
    void theCheckListsUnconfirmedFactsAndThoseDueForAnotherCheck() throws IOException {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        LessonsCheck.tell(without("ceop"), LocalDate.of(2026, 11, 29), out);
        var words = said.toString(StandardCharsets.UTF_8);
        assertTrue(
                words.contains("CHECK ceop, the United Kingdom: not confirmed, due by 2027-03-31 at https://"), words);
        assertTrue(words.endsWith("to check: 1\n"), words);
        LessonsCheck.tell(ConfirmedFacts.of(ConfirmedFacts.file()), LocalDate.of(2027, 4, 1), out);
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("CHECK childline, the United Kingdom: was due by"));
    }

    private static VersionStatus reviewed(String facts) {
        return new VersionStatus(1, "A. Reviewer", MONDAY, facts, null);
    }

    /** Returns the unconfirmed services when all facts but one are confirmed. */
    private static List<String> unconfirmed(String key, String nation) throws IOException {
        var facts = without(key);
        var told = LessonFacts.withFacts(read(referring("Who helps you?")), facts);
        var module = new PublishedModule(1, "refers", 1, "", told.lesson(), told.facts(), true, false);
        return new LessonHelpServices(new HelpBook(facts), facts)
                .unconfirmed(module, nation).stream().map(Fact::key).toList();
    }

    private static Facts without(String key) throws IOException {
        return ConfirmedFacts.allBut(key);
    }

    private static String prompt(Lesson lesson) {
        return ((Step.TalkAboutIt) lesson.step("talk").orElseThrow()).prompt();
    }

    private static Lesson read(LessonFolder folder) {
        return assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(folder))
                .lesson();
    }

    /** Returns a lesson whose notes refer to the Samaritans. */
    private static LessonFolder referring(String prompt) {
        return GivenFolder.with(
                "refers",
                GivenFolder.MODULE
                        .replace("KEY", "refers")
                        .replace("teacher-notes: Read it first.", "teacher-notes: 'Read it first. {samaritans}'")
                        .replace("prompt: Who helps you?", "prompt: '" + prompt + "'"));
    }
}
