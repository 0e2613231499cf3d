package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the pages on which a manager of the whole programme uploads a file of schools, reads the dry run, applies it
 * and undoes it.
 */
@QuarkusTest
class ImportsResourceTest {
    private static final String MANAGER = "import-mina manager";
    private static final String PAGE = "/schools/imports";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Inject
    PeopleService people;

    private final StaffBrowser mina = StaffBrowser.as(MANAGER);
    private final StaffBrowser otto = StaffBrowser.as("import-otto manager");
    private final GivenRegister register = GivenRegister.of(2);

    @BeforeEach
    void managers() {
        for (var name : List.of("Mina", "Otto")) {
            if (people.byUsername("import-" + name.toLowerCase(Locale.UK)).isEmpty()) {
                people.join("import-" + name.toLowerCase(Locale.UK), name, null, null);
            }
        }
    }

    @Test
    void aFileIsUploadedCheckedAppliedAndUndoneEachByAnotherManager() throws Exception {
        var page = settled(give(register.file()));
        page.then()
                .body(containsString("Nothing has been changed."))
                .body(containsString("You gave this file, so another manager has to take it in."))
                .body(not(containsString("/take-in")));
        mina.post(pathOf(page), pathOf(page) + "/take-in").then().statusCode(409);
        mina.get(finder()).then().body(containsString("No school is like that"));

        otto.get("/staff").then().body(containsString(pathOf(page)));
        otto.get(pathOf(page)).then().body(containsString("Take this file in"));
        otto.post(pathOf(page), pathOf(page) + "/take-in").then().statusCode(303);
        settled(pathOf(page)).then().body(containsString("Another manager has to undo it"));
        mina.get(finder()).then().body(containsString("URN " + register.urn(0)));

        mina.post(pathOf(page), pathOf(page) + "/undo").then().statusCode(409);
        otto.get(pathOf(page)).then().body(containsString("Undo this import"));
        otto.post(pathOf(page), pathOf(page) + "/undo").then().statusCode(303);
        mina.get(finder()).then().body(containsString("No school is like that"));
        mina.get(PAGE).then().body(containsString("Undone"));
    }

    @Test
    void anImportInWhichASchoolHandsOverIsTakenInByAnotherManager() throws Exception {
        takenIn(register.file());
        var closing = register.with(0, "EstablishmentStatus (code)", "2");
        var page = settled(give(closing.file(), closing.links(0, 1)));
        var path = pathOf(page);
        page.then()
                .body(containsString("You gave this file, so another manager has to take it in."))
                .body(containsString("Hand over to a successor: 1"))
                .body(containsString("hands over to Given School"))
                .body(not(containsString("/take-in")));
        mina.post(path, path + "/take-in").then().statusCode(409);
        mina.get(path).then().body(containsString("To decide"));
        mina.get("/staff").then().body(not(containsString(path)));

        otto.get("/staff").then().body(containsString(path));
        otto.get(path).then().body(containsString("Take this file in"));
        otto.post(path, path + "/take-in").then().statusCode(303);
        settled(path).then().body(containsString("Taken in")).body(containsString("by Otto on"));
        otto.get("/staff").then().body(not(containsString(path)));
    }

    @Test
    void oneManagerAloneNeitherClosesAWorkingSchoolByAnUndoNorMovesItWithTheNextFile() throws Exception {
        takenIn(register.file());
        takenIn(register.with(0, "EstablishmentStatus (code)", "2").file(), register.links(0, 1));
        var reopened =
                takenIn(register.with(0, "EstablishmentStatus (code)", "1").file());
        long teacher =
                people.addAccount("import-lea" + register.urn(0), "Lea", register.urn(0) + "@school.example", true);
        begin("staff_school", "TEACHER", teacher);
        begin("safeguarding_lead", "LEAD", teacher);

        mina.get(reopened)
                .then()
                .body(containsString("Another manager has to undo it"))
                .body(not(containsString("Undo this import")));
        mina.post(reopened, reopened + "/undo").then().statusCode(409);
        otto.get(reopened).then().body(containsString("Undo this import"));
        otto.post(reopened, reopened + "/undo").then().statusCode(303);

        register.with(0, "EstablishmentStatus (code)", "2").with(0, "Town", "Otherham");
        var page = settled(give(register.file()));
        var path = pathOf(page);
        page.then()
                .body(containsString("Hand over to a successor: 1"))
                .body(containsString("You gave this file, so another manager has to take it in."));
        mina.post(path, path + "/take-in").then().statusCode(409);
        assertEquals(2, still(0), "the member and the lead are where they were");
        otto.post(path, path + "/take-in").then().statusCode(303);
        settled(path).then().body(containsString("by Otto on"));
        assertEquals(0, still(0));
        assertEquals(2, still(1));
        settled(give(register.with(0, "Town", "Elseham").file()))
                .then()
                .body(not(containsString("Hand over to a successor")));
    }

    private String takenIn(ImportService.GivenFile... files) throws Exception {
        var path = pathOf(settled(give(files)));
        otto.post(path, path + "/take-in").then().statusCode(303);
        settled(path).then().body(containsString("Taken in"));
        return path;
    }

    private void begin(String table, String part, long staffId) {
        try (var sql = new ImportConnection(database)) {
            sql.run(
                    "insert into " + table
                            + " (staff_id, school_id, part, valid_from) select ?, school_id, ?, '2026-09-01'"
                            + " from school_identifier where value = ?",
                    staffId,
                    part,
                    register.urn(0));
        }
    }

    /** The members and leads of a school of the register. */
    private int still(int i) {
        try (var sql = new ImportConnection(database)) {
            return sql.number(
                    "select (select count(*) from staff_school b where b.school_id = i.school_id and b.valid_to is null)"
                            + " + (select count(*) from safeguarding_lead b where b.school_id = i.school_id and b.valid_to is null)"
                            + " from school_identifier i where i.value = ?",
                    register.urn(i));
        }
    }

    @Test
    void theHistoryIsSortedAndExported() throws Exception {
        var first = pathOf(settled(give(register.file())));
        var second = pathOf(settled(give(GivenRegister.of(3).file())));
        mina.get(PAGE).then().body(stringContainsInOrder(second, first));
        mina.get(PAGE + "?sort=when")
                .then()
                .body(stringContainsInOrder("aria-sort=\"ascending\"", first, second))
                .body(containsString("href=\"" + PAGE + "/csv?sort=when\""));
        mina.get(PAGE + "/csv?sort=-when&hide=by")
                .then()
                .statusCode(200)
                .body(matchesPattern(
                        "(?s)\uFEFFFile,When,New,Changed,[^\\n]*\\n[^\\n]*,3,0,0,0,0,–,To decide\r?\\n.*"));
    }

    @Test
    void refusedRowsAreShownAndMayBeLeftOut() throws Exception {
        var page = settled(give(register.with(1, "OpenDate", "31-02-2020").file()));
        page.then().body(containsString("31-02-2020"));
        otto.get(pathOf(page))
                .then()
                .body(containsString("Take this file in without the 1 row"))
                .body(not(containsString(">Take this file in<")));
        otto.post(pathOf(page), pathOf(page) + "/take-in").then().statusCode(409);
        otto.post(pathOf(page), pathOf(page) + "/take-in", "leaveOut", "yes")
                .then()
                .statusCode(303);
        settled(pathOf(page)).then().body(containsString("Taken in"));
    }

    @Test
    void nothingIsSaidOfRowsThatCouldNotBeRead() throws Exception {
        register.with(1, "OpenDate", "31-02-2020");
        var some = settled(give(register.file()));
        otto.post(pathOf(some), pathOf(some) + "/take-in", "leaveOut", "yes");
        settled(pathOf(some));
        settled(give(register.file()))
                .then()
                .body(containsString("Every row that could be read is in the register as it stands there."))
                .body(not(containsString("Every school of the file")));
        settled(give(register.with(0, "OpenDate", "never").file()))
                .then()
                .body(containsString("No row of the file could be read."))
                .body(not(containsString("Every school of the file")));
    }

    @Test
    void nothingOfAFileIsLeftInTheSystemsFolderOnceItIsRead() throws Exception {
        settled(give(register.file()));
        Eventually.holds("deleted", () -> !isLeft());
    }

    private boolean isLeft() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "school-register*")) {
            return StreamSupport.stream(files.spliterator(), false).anyMatch(this::isOfThisRegister);
        }
    }

    private boolean isOfThisRegister(Path file) {
        try {
            return Files.readString(file, GivenRegister.WINDOWS).contains("" + register.urn(0));
        } catch (IOException deletedMeanwhile) {
            return false;
        }
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedAtOnce() {
        send(MANAGER, GivenRegister.write("holiday.csv", "Name,Date\r\nx,y\r\n".getBytes(GivenRegister.WINDOWS)))
                .then()
                .statusCode(422)
                .body(containsString("holiday.csv: the first row has none of the headings of a register"));
        send(MANAGER, GivenRegister.write("extract.zip", new byte[] {'P', 'K', 3, 4, 1}))
                .then()
                .statusCode(422)
                .body(containsString("this is a ZIP archive"));
    }

    @Test
    void largeRequestsAreRefusedOnOtherPaths() {
        given().header("Test-Identity", MANAGER)
                .contentType("application/x-www-form-urlencoded")
                .body("q=" + "x".repeat(600_000))
                .post("/targets")
                .then()
                .statusCode(413);
    }

    @Test
    void aManagerOfOneRegionMayNotImport() {
        people.join("import-mo", "Mo", null, region());
        StaffBrowser.as("import-mo manager").get(PAGE).then().statusCode(403);
        StaffBrowser.as("import-mo manager").get(PAGE + "/csv").then().statusCode(403);
        send("import-mo manager", register.file()).then().statusCode(403);
    }

    @Inject
    javax.sql.DataSource database;

    private String region() {
        try (var sql = new ImportConnection(database)) {
            sql.run("insert ignore into region (region_key, nation, name) values ('import-fells', 'england', 'Fells')");
        }
        return "import-fells";
    }

    private String finder() {
        return "/schools?q=" + register.urn(0);
    }

    private static String give(ImportService.GivenFile... files) {
        var sent = send(MANAGER, files);
        assertEquals(303, sent.statusCode(), () -> sent.body().asString());
        var location = sent.header("Location");
        return location.substring(location.indexOf(PAGE));
    }

    private static Response send(String who, ImportService.GivenFile... files) {
        var opened = given().header("Test-Identity", MANAGER).get(PAGE);
        var token = TOKEN.matcher(opened.body().asString());
        assertTrue(token.find());
        var form = given().header("Test-Identity", who)
                .redirects()
                .follow(false)
                .cookies(opened.cookies())
                .multiPart("csrf", token.group(1));
        for (var file : files) {
            form.multiPart("files", file.name(), read(file));
        }
        return form.post(PAGE);
    }

    private static byte[] read(ImportService.GivenFile file) {
        try {
            return java.nio.file.Files.readAllBytes(file.path());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Response settled(String path) throws Exception {
        Eventually.holds(
                "the end of what is under way at " + path,
                () -> !mina.get(path).body().asString().contains("data-under-way"));
        return mina.get(path);
    }

    private static String pathOf(Response page) {
        var path = Pattern.compile("/schools/imports/[a-z0-9]{10}")
                .matcher(page.body().asString());
        assertTrue(path.find());
        return path.group();
    }
}
