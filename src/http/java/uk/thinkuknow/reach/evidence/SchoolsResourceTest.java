package uk.thinkuknow.reach.evidence;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.schools.imports.GivenRegister;
import uk.thinkuknow.schools.imports.ImportService;
import uk.thinkuknow.schools.imports.SchoolImport;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that all staff can search for a school and read its facts from the registers, and that a teacher does not see
 * its reach.
 */
@QuarkusTest
class SchoolsResourceTest {
    @Inject
    ImportService imports;

    @Inject
    GivenSchool given;

    private final StaffBrowser mina = StaffBrowser.as("someone manager");
    private final StaffBrowser teacher = StaffBrowser.as("someone teacher");

    private void takeIn(ImportService.GivenFile... files) {
        var dryRun = imports.dryRun("Mina", List.of(files));
        assertEquals(
                SchoolImport.State.APPLIED,
                imports.applyNow(dryRun.publicId(), "Mina", false).state());
    }

    @Test
    void aTeacherFindsASchoolByItsNumberAndReadsItsFactsButNotItsReach() {
        var register =
                GivenRegister.of(1).with(0, "Trusts (name)", "The Given Trust").with(0, "UKPRN", "10099123");
        takeIn(register.file());
        teacher.get(page(teacher, register.urn(0)))
                .then()
                .statusCode(200)
                .body(containsString("The Given Trust"))
                .body(containsString("12.5% of pupils"))
                .body(containsString("<dt>URN</dt><dd>" + register.urn(0)))
                .body(containsString("Rural village"))
                .body(not(containsString("Children reached")));
    }

    @Test
    void aFactThatNoLongerHoldsStaysOnThePage() {
        var register = GivenRegister.of(1).with(0, "Trusts (name)", "Old Trust");
        takeIn(register.with(0, "OpenDate", "").file());
        takeIn(register.with(0, "Trusts (name)", "New Trust").file());
        mina.get(page(mina, register.urn(0)))
                .then()
                .body(containsString("New Trust"))
                .body(containsString("What held before"))
                .body(containsString("Old Trust"));
    }

    @Test
    void predecessorsAndSuccessorsAreShownEvenIfTheirLinksFormALoop() {
        var register = GivenRegister.of(3)
                .with(0, "EstablishmentStatus (code)", "2")
                .with(0, "EstablishmentName", "First Given School")
                .with(1, "EstablishmentStatus (code)", "2")
                .with(2, "EstablishmentName", "Last Given Academy");
        takeIn(register.file(), register.links(0, 1, 1, 2, 1, 0));
        mina.get(page(mina, register.urn(0)))
                .then()
                .body(containsString("Became"))
                .body(containsString("Last Given Academy"));
        mina.get(page(mina, register.urn(2)))
                .then()
                .body(containsString("Came from"))
                .body(containsString("First Given School"));
    }

    @Test
    void aManagerReadsThatNoReturnIsSignedYet() {
        var school = given.withClassOf(30).school();
        mina.get("/schools/" + school.publicId())
                .then()
                .body(containsString("No return has been signed yet"))
                .body(containsString("/reach/schools/" + school.publicId()));
    }

    @Test
    void onlyASearchWithoutResultsSaysThatThereIsNoSuchSchool() {
        teacher.get("/schools").then().statusCode(200).body(not(containsString("No school is like that")));
        teacher.get("/schools?q=%27%22%3Cscript%3E+xylophone+zzz")
                .then()
                .statusCode(200)
                .body(containsString("No school is like that"))
                .body(not(containsString("<script> ")));
    }

    @Test
    void aScottishSchoolIsFoundByItsNumber() {
        var number = "" + java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        var file = GivenRegister.write(
                "scotland.csv",
                ("Nation;Number;Name;Status;Phase;Town;Postcode;Authority;Pupils\r\n"
                                + "Scotland;%s;Given Brae Primary;open;primary;Givenbrae;GB1 1GB;Highland;90\r\n"
                                + "Scotland;12;Bad;open;primary;Town;GB1 1GB;Highland;90\r\n")
                        .formatted(number)
                        .getBytes(GivenRegister.WINDOWS));
        var dryRun = imports.dryRun("Mina", List.of(file));
        assertEquals(1, dryRun.counts().refused());
        imports.applyNow(dryRun.publicId(), "Mina", true);
        teacher.get(page(teacher, number))
                .then()
                .body(containsString("SEED"))
                .body(containsString("Highland, Scotland"));
    }

    @Test
    void anUnknownSchoolIsNotFound() {
        teacher.get("/schools/zzzzzzzzzz").then().statusCode(404);
    }

    private static String page(StaffBrowser who, String number) {
        var found = Pattern.compile("/schools/[a-z0-9]{10}")
                .matcher(who.get("/schools?q=" + number).body().asString());
        assertTrue(found.find(), number);
        return found.group();
    }
}
