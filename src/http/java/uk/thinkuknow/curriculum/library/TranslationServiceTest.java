package uk.thinkuknow.curriculum.library;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests when a class may take a lesson in Welsh, and the review of translations. */
@QuarkusTest
class TranslationServiceTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");

    @Inject
    CurriculumService curriculum;

    @Inject
    TranslationService translations;

    @Inject
    StepWithdrawals withdrawals;

    @Inject
    GivenWelsh welsh;

    @AfterEach
    void asBefore() {
        welsh.nothing();
    }

    @Test
    void publishingWelshAddsNoVersionAndDoesNotChangeTheHash() {
        var english = curriculum.publish(GivenFolder.of("in-two"));
        var hash = curriculum.version(english).hash();
        assertTrue(translations.of(english).isEmpty());
        assertEquals(english, curriculum.publish(GivenFolder.inWelsh("in-two")));
        assertEquals(hash, curriculum.version(english).hash());
        var first = translations.of(english).orElseThrow();
        assertEquals(english, curriculum.publish(GivenFolder.inWelsh("in-two")));
        assertEquals(first.id(), translations.of(english).orElseThrow().id());
    }

    /** The author sent nothing but Welsh: it is a version of its own, and its source is kept. */
    @Test
    void correctedWelshAloneIsPublishedFromTheStudio() {
        var first = curriculum.publishNewest(GivenFolder.inWelsh("cy-alone"));
        assertEquals(first, curriculum.publishNewest(GivenFolder.inWelsh("cy-alone")));
        assertEquals(first, curriculum.publishNewest(GivenFolder.of("cy-alone")), "Welsh is not taken away");
        var corrected =
                GivenFolder.inWelsh("cy-alone", GivenFolder.IN_WELSH.replace("Gofyn am help", "Gofynnwch am help"));
        var second = curriculum.publishNewest(corrected);
        assertNotEquals(first, second);
        assertEquals(2, curriculum.version(second).number());
        assertEquals(
                "Gofyn am help",
                translations
                        .triedOut(curriculum.version(first), Language.WELSH)
                        .lesson()
                        .title());
    }

    @Test
    void aClassGetsAnUnreviewedTranslationOnlyWhileDraftsAreOnAndStaffMayTryItAnyway() {
        var module = curriculum.version(curriculum.publish(GivenFolder.inWelsh("draft-only")));
        assertFalse(translations.offered(module.versionId()));
        assertEquals(
                Language.ENGLISH,
                translations.taught(module, Language.WELSH).spoken().language());
        var tried = translations.triedOut(module, Language.WELSH);
        assertEquals("Gofyn am help", tried.lesson().title());
        assertTrue(tried.spoken().draft());
        welsh.drafts();
        var taught = translations.taught(module, Language.WELSH);
        assertEquals("Gofyn am help", taught.lesson().title());
        assertTrue(taught.spoken().draft());
        assertEquals(
                Language.WELSH,
                translations.taught(module, Language.ENGLISH).spoken().other());
    }

    @Test
    void anIncompleteTranslationIsOfferedToNobodyAndItsPageListsTheMissingText() {
        welsh.drafts();
        var half = GivenFolder.inWelsh("half-done", GivenFolder.IN_WELSH.replace("stem: Pwy all helpu?", "stem:"));
        var module = curriculum.version(curriculum.publish(half));
        assertFalse(translations.offered(module.versionId()));
        assertEquals(
                Language.ENGLISH,
                translations.triedOut(module, Language.WELSH).spoken().language());
        ADA.get("/modules").then().body(containsString("Welsh: 92%, draft, not reviewed"));
        ADA.get("/modules/half-done/welsh")
                .then()
                .body(containsString("<code>steps[2].question.stem</code>"))
                .body(not(containsString("Record a review")));
    }

    @Test
    void aTranslationIsOfferedWithoutADraftMarkFromItsReviewUntilItsTextsChange() {
        welsh.reviewedPages();
        var module = curriculum.version(curriculum.publish(GivenFolder.inWelsh("reviewed-cy")));
        assertFalse(translations.offered(module.versionId()));
        review("reviewed-cy", module).then().statusCode(303);
        assertFalse(translations.taught(module, Language.WELSH).spoken().draft());
        ADA.get("/modules/reviewed-cy").then().body(containsString("Welsh: 100%, reviewed"));
        ADA.get("/modules/reviewed-cy/welsh")
                .then()
                .body(containsString("by Carys Puw, adviser on 24 November 2025"))
                .body(containsString("<span lang=\"cy\">Pwy all helpu?</span>"));
        var corrected = GivenFolder.IN_WELSH.replace("Pwy all helpu?", "Pwy sy’n gallu helpu?");
        curriculum.publish(GivenFolder.inWelsh("reviewed-cy", corrected));
        assertFalse(translations.offered(module.versionId()));
        ADA.get("/modules/reviewed-cy").then().body(not(containsString("Welsh: 100%, reviewed")));
    }

    @Test
    void withdrawingAStepKeepsTheWelshOfTheOtherSteps() {
        welsh.drafts();
        var module = curriculum.version(curriculum.publish(GivenFolder.inWelsh("step-out-cy")));
        var mina = new StaffMember(1, "mina", "Mina", Set.of("manager"), null, Scope.PROGRAMME, null);
        withdrawals.withdraw(mina, "step-out-cy", "talk", "It names an app that has closed");
        var without = curriculum.current("step-out-cy");
        assertNotEquals(module.versionId(), without.versionId());
        var taught = translations.taught(without, Language.WELSH);
        assertEquals("Gofyn am help", taught.lesson().title());
        assertEquals(2, taught.lesson().steps().size());
    }

    @Test
    void aLessonWithAFaultyTranslationIsPublishedInEnglishOnly() {
        var faulty = GivenFolder.inWelsh("faulty-cy", GivenFolder.IN_WELSH.replace("key: look", "key: lok"));
        var module = curriculum.version(curriculum.publish(faulty));
        assertTrue(translations.of(module.versionId()).isEmpty());
        assertEquals("faulty-cy", curriculum.current("faulty-cy").key());
        ADA.get("/modules/faulty-cy/welsh").then().statusCode(404);
    }

    private Response review(String key, PublishedModule module) {
        var id = translations.of(module.versionId()).orElseThrow().id();
        return ADA.post(
                "/modules/" + key + "/welsh",
                "/modules/" + key + "/welsh/review",
                "translation",
                Long.toString(id),
                "by",
                "Carys Puw, adviser",
                "day",
                "24",
                "month",
                "11",
                "year",
                "2025");
    }
}
