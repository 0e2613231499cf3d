package uk.thinkuknow.reach.targets;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.reach.report.TargetForm;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests targets over HTTP: they need the approval of a second manager, and managers see their own area only. */
@QuarkusTest
class TargetsResourceTest {
    private static final String MINA = "targets-mina manager";
    private static final String MEG = "targets-meg manager";
    private static final String MO = "targets-mo manager";
    private static final String NEXT = "/targets?year=2027-28";
    private final StaffBrowser mina = StaffBrowser.as(MINA);
    private final StaffBrowser meg = StaffBrowser.as(MEG);
    private final StaffBrowser mo = StaffBrowser.as(MO);

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @BeforeEach
    @Transactional
    void aNationOfTwoRegions() {
        if (people.byUsername("targets-mo").isPresent()) {
            return;
        }
        schools.addRegion("t-fells", "Borderland", "Farfells");
        schools.addRegion("t-downs", "Borderland", "Fardowns");
        schools.addAuthority("t-fell", "t-fells", "Upper Fell");
        schools.addAuthority("t-beck", "t-fells", "Beck");
        schools.addAuthority("t-down", "t-downs", "Long Down");
        people.join("targets-mina", "Mina", null, null);
        people.join("targets-meg", "Meg", null, null);
        people.join("targets-mo", "Mo", null, "t-fells");
    }

    @Test
    void aTargetIsInForceOnlyAfterASecondManagerHasApprovedIt() {
        var proposal = TargetForm.proposal(MINA, NEXT, "Two more trainers", "autumn:t-fells", "1,200");
        assertNull(target("2027-28", "autumn", "region", "t-fells"));
        mina.get(NEXT).then().body(containsString("1,200 proposed by Mina"));
        mina.get(proposal)
                .then()
                .body(containsString("Two more trainers"))
                .body(containsString("You proposed this, so another manager has to approve it"));
        TargetForm.decide(MEG, proposal, "approve", "").then().statusCode(303);
        assertEquals(1200, target("2027-28", "autumn", "region", "t-fells"));
        mina.get(NEXT).then().body(containsString("value=\"1,200\" data-was=\"1,200\""));
        mina.get("/targets/history?year=2027-28&area=t-fells")
                .then()
                .body(containsString("<b>Approved: 1,200</b>, by Meg"))
                .body(containsString("<b>Proposed: 1,200 instead of no target</b>, by Mina: Two more trainers"));
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        var proposal = TargetForm.proposal(MINA, NEXT, "By myself", "spring:t-fells", "300");
        TargetForm.decide(MINA, proposal, "approve", "")
                .then()
                .statusCode(422)
                .body(containsString("You proposed this yourself. Another manager has to decide on it"));
        assertNull(target("2027-28", "spring", "region", "t-fells"));
    }

    @Test
    void aChangeNeedsAReasonAndNothingTypedIsLost() {
        TargetForm.open(MINA, NEXT)
                .propose(" ", "summer:t-fells", "444")
                .then()
                .statusCode(422)
                .body(containsString("Say why these numbers change"))
                .body(containsString("value=\"444\""));
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheTargetInForceUnchanged() {
        var page = NEXT + "&held=8-10";
        TargetForm.inForce(page, "autumn:t-downs", "50");
        var proposal = TargetForm.proposal(MINA, page, "Hope", "autumn:t-downs", "5000");
        TargetForm.decide(MEG, proposal, "refuse", "")
                .then()
                .statusCode(422)
                .body(containsString("Say why you refuse"));
        TargetForm.decide(MEG, proposal, "refuse", "There are not so many children")
                .then()
                .statusCode(303);
        mina.get(proposal)
                .then()
                .body(containsString("There are not so many children"))
                .body(containsString("Refused by Meg"));
        mina.get(page).then().body(containsString("value=\"50\" data-was=\"50\""));
        TargetForm.decide(MEG, proposal, "approve", "").then().statusCode(422);
    }

    @Test
    void onlyTheProposerCanTakeBackAProposal() {
        var proposal = TargetForm.proposal(MINA, NEXT + "&held=4-7", "Too early", "autumn:t-downs", "70");
        TargetForm.decide(MEG, proposal, "take-back", "").then().statusCode(422);
        TargetForm.decide(MINA, proposal, "take-back", "").then().statusCode(303);
        mina.get(proposal).then().body(containsString("Taken back by Mina"));
    }

    @Test
    void aNewProposalForATargetReplacesTheOneThatWaits() {
        var page = NEXT + "&held=11-13";
        var first = TargetForm.proposal(MINA, page, "First", "autumn:t-downs", "70");
        var second = TargetForm.proposal(MEG, page, "Second", "autumn:t-downs", "80");
        mina.get(first).then().body(containsString("Replaced by another number by Meg"));
        TargetForm.decide(MINA, second, "approve", "").then().statusCode(303);
        mina.get(page).then().body(containsString("data-was=\"80\""));
    }

    @Test
    void partOfAProposalCanBeApprovedAndTheRestRefused() {
        var proposal =
                TargetForm.proposal(MINA, NEXT + "&held=14-18", "Both", "autumn:t-downs", "10", "autumn:t-fells", "20");
        var page = meg.get(proposal).asString();
        var first = page.replaceAll("(?s).*?name=\"change\" value=\"(\\d+)\".*", "$1");
        meg.post(proposal, proposal + "/approve", "change", first).then().statusCode(303);
        TargetForm.decide(MEG, proposal, "refuse", "Not this one").then().statusCode(303);
        mina.get("/targets/proposals?show=all").then().body(containsString("1 approved, 1 refused"));
        meg.post(proposal, proposal + "/approve")
                .then()
                .statusCode(422)
                .body(containsString("Tick at least one target."));
    }

    @Test
    void aCellThatIsNotANumberIsReportedByRowAndColumnAndNothingTypedIsLost() {
        TargetForm.open(MINA, NEXT)
                .propose("Why not", "summer:t-downs", "a lot", "spring:t-downs", "77")
                .then()
                .statusCode(422)
                .body(containsString("Fardowns, Summer: “a lot” is no whole number from 0 to 9,999,999"))
                .body(containsString("value=\"a lot\""))
                .body(containsString("value=\"77\""))
                .body(containsString("value=\"Why not\""));
        assertNull(target("2027-28", "spring", "region", "t-downs"));
    }

    @Test
    void aManagerWhoseCellWasChangedMeanwhileReadsWhoChangedIt() {
        var page = NEXT + "&held=primary";
        var form = TargetForm.open(MINA, page);
        TargetForm.proposal(MEG, page, "First", "autumn:t-downs", "70");
        form.propose("Second", "autumn:t-downs", "80", "spring:t-downs", "90")
                .then()
                .statusCode(422)
                .body(containsString("Meg proposed 70 for Fardowns, autumn term 2027-28, primary schools, on"))
                .body(containsString("it stood at no target."))
                .body(containsString("value=\"80\""))
                .body(containsString("value=\"90\""))
                .body(containsString("value=\"Second\""));
    }

    @Test
    void aProposalIsStoredAlthoughAnotherCellHasChangedMeanwhile() {
        var page = NEXT + "&held=secondary";
        var form = TargetForm.open(MINA, page);
        TargetForm.inForce(page, "autumn:t-downs", "70");
        form.propose("Another cell", "autumn:t-downs", "", "spring:t-downs", "90")
                .then()
                .statusCode(303);
        mina.get(page).then().body(containsString("data-was=\"70\""));
    }

    @Test
    void ofTwoConcurrentProposalsForOneTargetOneIsStoredAndOneRefused() {
        var page = NEXT + "&held=special";
        var answers = Stream.of(MINA, MEG).map(who -> TargetForm.open(who, page)).toList().stream()
                .map(form -> CompletableFuture.supplyAsync(() -> form.propose("At once", "autumn:t-downs", "7")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(303, 422), answers);
    }

    @Test
    void aManagerOfOneRegionSeesNoTargetsOfAnother() {
        mo.get(NEXT).then().statusCode(200).body(containsString(">Farfells<")).body(not(containsString(">Fardowns<")));
        mo.get(NEXT + "&areas=authority")
                .then()
                .body(containsString("Upper Fell"))
                .body(not(containsString("Long Down")));
        mo.get(NEXT + "&areas=nation").then().statusCode(404);
        mo.get("/targets/history?year=2027-28&area=t-downs").then().statusCode(404);
        mo.get("/targets/history?year=2027-28&areas=authority&area=t-down")
                .then()
                .statusCode(404);
        mo.get("/targets/csv?year=2027-28").then().body(not(containsString("Fardowns")));
        var proposal = TargetForm.proposal(MINA, NEXT + "&of=schools", "Other area", "autumn:t-downs", "5");
        mo.get(proposal).then().statusCode(404);
        mo.post(NEXT, proposal + "/approve", "change", "1").then().statusCode(404);
        mo.get("/targets/proposals?show=all").then().body(not(containsString("Other area")));
        TargetForm.open(MO, NEXT + "&of=schools")
                .propose("Sneaking", "seen:t-downs", "0: 0: 0: 0:", "autumn:t-downs", "9")
                .then()
                .statusCode(422)
                .body(containsString("No number differs"));
    }

    @Test
    void aManagerOfOneRegionDecidesOnlyOnThatRegionsPartOfAProposal() {
        var proposal = TargetForm.proposal(
                MINA, NEXT + "&of=professionals", "All", "year:t-downs", "30", "year:t-fells", "40");
        mo.get(proposal).then().body(containsString("Farfells (region), year")).body(not(containsString("Fardowns")));
        TargetForm.decide(MO, proposal, "approve", "").then().statusCode(303);
        meg.get(proposal).then().body(containsString("Approved by Mo")).body(containsString("Waits"));
    }

    @Test
    void theDifferenceBetweenANationsTargetAndTheSumOfItsRegionsIsShown() {
        var year = "/targets?year=2028-29";
        TargetForm.inForce(year + "&areas=nation", "autumn:Borderland", "10000");
        TargetForm.inForce(year, "autumn:t-fells", "6000", "autumn:t-downs", "3400");
        var sentence = "Autumn term 2028-29. Regions add up to 9,400: 600 less than Borderland’s 10,000.";
        mina.get(year).then().body(containsString(sentence));
        mina.get(year + "&areas=nation")
                .then()
                .body(containsString(sentence))
                .body(containsString("regions 9,400, 600 less"))
                .body(containsString("Terms need not add up to the year"));
        mina.get("/api/reach?year=2028-29&term=autumn&by=nation")
                .then()
                .body("rows.find { it.key == 'Borderland' }.target", equalTo(10_000));
        mo.get("/api/reach?year=2028-29&term=autumn&by=nation")
                .then()
                .body("rows.find { it.key == 'Borderland' }.target", equalTo(6_000));
    }

    @Test
    void phasesBandsAndAuthoritiesHaveTheirOwnTargetsInTheReport() {
        var year = "/targets?year=2028-29";
        TargetForm.inForce(year + "&across=phases&held=spring", "primary:t-fells", "300");
        TargetForm.inForce(year + "&across=bands&held=spring", "8-10:t-fells", "120");
        TargetForm.inForce(year + "&areas=authority&words=Fell", "spring:t-fell", "90");
        mo.get("/api/reach?year=2028-29&term=spring&by=phase")
                .then()
                .body("rows.find { it.key == 'primary' }.target", equalTo(300));
        mo.get("/api/reach?year=2028-29&term=spring&by=band")
                .then()
                .body("rows.find { it.key == '8-10' }.target", equalTo(120));
        mo.get("/api/reach?year=2028-29&term=spring&by=authority")
                .then()
                .body("rows.find { it.key == 't-fell' }.target", equalTo(90))
                .body("total.target", nullValue());
    }

    @Test
    void lastYearsTargetsTimesAFactorAreFilledInAndNotSaved() {
        TargetForm.inForce("/targets?year=2025-26", "summer:t-fells", "424");
        var copy = "/targets?year=2026-27&factor=1.05&unit=10";
        mina.get(copy)
                .then()
                .statusCode(200)
                .body(containsString("those of 2025-26 times 1.05, rounded to tens, halves up. Nothing is saved yet."))
                .body(containsString("value=\"450\" data-was=\"\""));
        assertNull(target("2026-27", "summer", "region", "t-fells"));
        mina.get("/targets?year=2026-27&factor=five")
                .then()
                .statusCode(422)
                .body(containsString("“five” is no factor from 0.1 to 10"));
        mina.get("/targets?year=2025-26&factor=1")
                .then()
                .statusCode(422)
                .body(containsString("There is no year before 2025-26 here to copy from."));
    }

    @Test
    void aPastedTableIsShownForReviewAndABadCellIsReported() {
        var paste = "/targets/paste?year=2026-27&of=schools";
        mina.post(paste, paste, "text", "Area\tAutumn\tYear\nFarfells\t1 200\t1,500\nFardowns\t\t\n")
                .then()
                .statusCode(200)
                .body(containsString("2 targets differ from what is in force. Nothing is saved yet."))
                .body(containsString("value=\"1,200\" data-was=\"\""))
                .body(not(containsString(">Fardowns<")));
        mina.post(paste, paste, "text", "Area\tAutumn\tYear\nFarfells\t12x\t1,500\n")
                .then()
                .statusCode(422)
                .body(containsString("Row 2 (Farfells), column Autumn: “12x” is no whole number from 0 to 9,999,999."))
                .body(containsString("Farfells\t12x\t1,500"));
    }

    @Test
    void theDownloadedCsvCanBePastedBackWithoutDifferences() {
        TargetForm.inForce("/targets?year=2026-27&of=professionals", "autumn:t-downs", "12");
        var csv = mina.get("/targets/csv?year=2026-27&of=professionals");
        csv.then()
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("targets-2026-27-professionals-region-terms-all.csv"))
                .body(startsWith("\uFEFFKey,Area,Autumn,Spring,Summer,Year"))
                .body(containsString("t-downs,Fardowns,12,,,"));
        var paste = "/targets/paste?year=2026-27&of=professionals";
        mina.post(paste, paste, "text", csv.asString().substring(1))
                .then()
                .statusCode(200)
                .body(containsString("nothing differs"));
    }

    @Test
    void authoritiesAreFoundByNameAndShownInPages() {
        addAuthorities();
        var page = "/targets?year=2027-28&areas=authority";
        mina.get(page + "&words=t-moor&page=1").then().body(containsString("No authority has"));
        mina.get(page + "&words=moor 17")
                .then()
                .body(containsString("Moor Number 17"))
                .body(not(containsString("Moor Number 18")));
        mina.get(page + "&words=Moor")
                .then()
                .body(containsString("60 authorities, 1 to 50 shown."))
                .body(containsString("Page 1 of 2"));
        mina.get(page + "&words=Moor&page=2").then().body(containsString("60 authorities, 51 to 60 shown."));
        mina.get(page + "&page=" + Integer.MAX_VALUE).then().statusCode(200);
        TargetForm.inForce(page + "&words=Moor&page=2", "autumn:t-moor-59", "33");
        assertEquals(33, target("2027-28", "autumn", "authority", "t-moor-59"));
    }

    @Test
    void aManagerOfARegionSeesATrustOfThatRegionButNoneOfSeveralRegions() {
        addTrusts();
        var page = "/targets?year=2027-28&areas=trust";
        mo.get(page).then().body(containsString("Fell &amp; Beck Trust")).body(not(containsString("Wide Trust")));
        mina.get(page).then().body(containsString("Wide Trust")).body(containsString("several regions"));
        TargetForm.inForce(page, "year:Wide Trust", "88");
        mina.get("/targets/history?year=2027-28&areas=trust&area=Wide Trust")
                .then()
                .body(containsString("<b>Approved: 88</b>"));
        mo.get("/targets/history?year=2027-28&areas=trust&area=Wide Trust")
                .then()
                .statusCode(404);
    }

    @Test
    void anAuditorReadsTargetsButHasNoFieldsToType() {
        var auditor = StaffBrowser.as("targets-aoife auditor");
        auditor.get(NEXT)
                .then()
                .statusCode(200)
                .body(containsString(">Farfells<"))
                .body(not(containsString("tuk-grid__i")));
        auditor.get("/targets/proposals?show=all").then().statusCode(200);
        auditor.get("/targets/history?year=2027-28&area=t-fells").then().statusCode(200);
    }

    @Test
    void aWaitingProposalIsOnTheHomePageOfAManagerWhoMayDecide() {
        TargetForm.proposal(MINA, NEXT + "&held=nursery", "Home", "autumn:t-downs", "3");
        meg.get("/staff").then().body(containsString("Approve or refuse the targets that were proposed"));
    }

    @Test
    void anUnknownTableProposalOrAreaIsNotFound() {
        for (var query : List.of("&held=19-99", "&areas=street", "&of=adults", "&across=weeks")) {
            mina.get(NEXT + query).then().statusCode(404);
        }
        mina.get("/targets/proposals/nowhere").then().statusCode(404);
        mina.get("/targets/history?year=2027-28&area=nowhere").then().statusCode(404);
    }

    @Test
    void aTargetThatIsNotSetIsEmptyAndNotZero() {
        mina.get("/api/reach?year=2028-29&term=summer&by=region")
                .then()
                .body("rows.find { it.key == 't-downs' }.target", nullValue());
        assertTrue(mina.get("/targets?year=2028-29").asString().contains("data-was=\"\""));
    }

    private @Nullable Integer target(String year, String term, String by, String key) {
        return mina.get("/api/reach?year=" + year + "&term=" + term + "&by=" + by)
                .path("rows.find { it.key == '" + key + "' }?.target");
    }

    @Transactional
    void addAuthorities() {
        for (int i = 0; i < 60; i++) {
            schools.addAuthority("t-moor-" + i, "t-downs", "Moor Number " + i);
        }
    }

    @Transactional
    void addTrusts() {
        trust("Fell & Beck Trust", "t-fell", "t-beck");
        trust("Wide Trust", "t-fell", "t-down");
    }

    private void trust(String name, String... authorities) {
        var from = LocalDate.of(2020, 9, 1);
        for (var authority : authorities) {
            var school = schools.addSchool(
                    new NewSchool(null, name + " " + authority, "Town", "ZZ1 1ZZ", "primary", 90, authority, from));
            schools.addFact(school.id(), "trust", name, from);
        }
    }
}
