package uk.thinkuknow.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.facts.ConfirmedFacts;
import uk.thinkuknow.facts.Fact;
import uk.thinkuknow.facts.FactUsed;
import uk.thinkuknow.facts.Facts;
import uk.thinkuknow.help.HelpBook;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.people.StaffMember;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What lessons tell of law and services, and what follows when a fact changes. */
@QuarkusTest
class LessonFactsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    CurriculumService curriculum;

    @Inject
    PackagedLessons packaged;

    @Test
    void aLessonTellsTheFactsThatItRefersTo() {
        var lesson = read(referring("refers", "Call {childline.number}. {childline.Hours}."))
                .lesson();
        assertEquals("Call 0800 1111. Free, day and night.", prompt(lesson));
        assertEquals(
                List.of("childline", "samaritans"),
                lesson.facts().stream().map(FactUsed::key).toList(),
                "of its help, and of its notes");
        assertTrue(lesson.teacherNotes().contains("116 123"), lesson.teacherNotes());
    }

    @Test
    void aReferenceToNothingIsFoundWithItsPlace() {
        var faulty = assertInstanceOf(
                LessonRead.Faulty.class, LessonReader.read(referring("refers", "Call {chldline.number}.")));
        var said = faulty.problems().toString();
        assertTrue(said.contains("steps[3].prompt"), said);
        assertTrue(said.contains("refers to {chldline.number}, which facts.yaml does not have"), said);
        assertTrue(said.contains("did you mean \"childline\"?"), said);
    }

    @Test
    void aSentenceIsMeasuredWithTheFactInIt() {
        var faulty = assertInstanceOf(LessonRead.Faulty.class, LessonReader.read(referring("refers", "{childline}")));
        assertTrue(
                faulty.problems().toString().contains("ages 8-10 read at most 12"),
                faulty.problems().toString());
    }

    @Test
    void aChangedFactReopensTheReviewOfWhatRefersToItAndOfNothingElse() throws IOException {
        long refers = publish(referring("refers-to-a-line", "Call {test-line.number}."), line("0800 000"));
        long other = publish(GivenFolder.of("refers-to-childline"), line("0800 000"));
        packaged.follow(line("0800 111"));
        var now = curriculum.current("refers-to-a-line");
        assertNotEquals(refers, now.versionId());
        assertEquals("Call 0800 111.", prompt(now.lesson()));
        assertFalse(now.reviewed());
        assertEquals(other, curriculum.current("refers-to-childline").versionId());
        assertTrue(curriculum.current("refers-to-childline").reviewed());
        packaged.follow(line("0800 111"));
        assertEquals(now.versionId(), curriculum.current("refers-to-a-line").versionId(), "twice is once");

        packaged.follow(line("0800 000"));
        assertEquals(
                "Call 0800 000.", prompt(curriculum.current("refers-to-a-line").lesson()), "and back again");
    }

    @Test
    void aLessonThatWasWithdrawnStaysSoWhenAFactChanges() throws IOException {
        publish(referring("withdrawn-line", "Call {test-line.number}."), line("0800 000"));
        curriculum.withdraw(
                new StaffMember(1, "mina", "Mina", Set.of("manager"), null, Scope.PROGRAMME, null),
                "withdrawn-line",
                "a reason");
        packaged.follow(line("0800 111"));
        assertTrue(curriculum.newest("withdrawn-line").orElseThrow().withdrawn());
    }

    @Test
    void aLessonRefersToTheServicesOfItsHelp() throws IOException {
        var folder = GivenFolder.of("its-help");
        var now = read(folder).lesson().facts();
        var changed = ConfirmedFacts.read(ConfirmedFacts.file().replace("0800 1111", "0800 1112"));
        var then = assertInstanceOf(LessonRead.Fine.class, LessonReader.read(folder, changed))
                .lesson()
                .facts();
        assertEquals(List.of("childline"), now.stream().map(FactUsed::key).toList());
        assertNotEquals(now, then);
    }

    @Test
    void aConfirmationReopensNoReview() throws IOException {
        long refers = publish(referring("is-confirmed", "Who helps you?"), Facts.packaged());
        packaged.follow(ConfirmedFacts.of(ConfirmedFacts.file()));
        assertEquals(refers, curriculum.current("is-confirmed").versionId());
    }

    @Test
    void aLessonIsNotTaughtWhileAServiceItSendsChildrenToIsNotConfirmed() throws IOException {
        var lesson = read(referring("refers", "Who helps you?")).lesson();
        assertEquals(List.of(), unconfirmed(lesson, "", "wales"));
        assertEquals(List.of("ceop"), unconfirmed(lesson, "ceop", "england"), "the help panel names it");
        assertEquals(List.of("samaritans"), unconfirmed(lesson, "samaritans", "england"), "its notes name it");
        assertEquals(List.of("meic"), unconfirmed(lesson, "meic", "wales"));
        assertEquals(List.of(), unconfirmed(lesson, "meic", "england"));
        assertEquals(List.of(), unconfirmed(lesson, "law-nudes", "england"), "it sends nobody to a law");
    }

    @Test
    void theCheckListsWhatAPersonShouldLookAt() throws IOException {
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

    private static List<String> unconfirmed(Lesson lesson, String key, String nation) throws IOException {
        var facts = without(key);
        return new LessonServices(new HelpBook(facts), facts)
                .unconfirmed(lesson, nation).stream().map(Fact::key).toList();
    }

    /** All confirmed but one. */
    private static Facts without(String key) throws IOException {
        var file = ConfirmedFacts.file()
                .replaceAll("confirmed-on:[^\n]*", "confirmed-on: 2026-11-29")
                .replaceAll("confirmed-by:[^\n]*", "confirmed-by: A. Person");
        return ConfirmedFacts.read(
                file.replaceAll("(?s)(- key: " + key + "\n.*?)confirmed-by: A. Person", "$1confirmed-by:"));
    }

    /** The packaged facts and one more. */
    private static Facts line(String number) throws IOException {
        return ConfirmedFacts.read(ConfirmedFacts.file()
                + "\n  - {key: test-line, kind: service, title: A line, number: '" + number
                + "', from: 2026-01-01, source: https://line.example/, check-by: 2027-01-01}\n");
    }

    private static String prompt(Lesson lesson) {
        return ((Step.TalkAboutIt) lesson.step("talk").orElseThrow()).prompt();
    }

    private long publish(LessonFolder folder, Facts facts) {
        long version = curriculum.publish(folder, facts);
        curriculum.recordReview(version, "A. Reviewer", MONDAY);
        return version;
    }

    private static LessonRead.Fine read(LessonFolder folder) {
        return assertInstanceOf(LessonRead.Fine.class, LessonReader.read(folder));
    }

    /** Its notes refer to the Samaritans. */
    private static LessonFolder referring(String key, String prompt) {
        return GivenFolder.with(
                key,
                GivenFolder.MODULE
                        .replace("KEY", key)
                        .replace("teacher-notes: Read it first.", "teacher-notes: 'Read it first. {samaritans}'")
                        .replace("prompt: Who helps you?", "prompt: '" + prompt + "'"));
    }
}
