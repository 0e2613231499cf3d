package uk.thinkuknow.schools.calendars;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolRecordWriter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the page of a school's roll, and which roll counts on a day. */
@QuarkusTest
class RollResourceTest {
    @Inject
    GivenSchool given;

    @Inject
    GivenManagers managers;

    @Inject
    Rolls rolls;

    @Inject
    SchoolRecordWriter register;

    @Inject
    Clock clock;

    private SchoolFacts school;
    private StaffBrowser manager;
    private LocalDate today;

    @BeforeEach
    void aSchoolOf200() {
        school = given.withClassOf(3).school();
        manager = managers.of(school.authorityKey());
        today = London.today(clock);
    }

    @Test
    void aRollCountsFromItsDayAndBeforeItTheFigureOfTheRegister() {
        manager.get(page())
                .then()
                .statusCode(200)
                .body(containsString("200 pupils (National register, without a day)"));
        assertEquals(303, record(today.minusDays(10), "220", "By telephone").statusCode());
        assertEquals(OptionalInt.of(220), rolls.on(school.id(), today));
        assertEquals(OptionalInt.of(220), rolls.on(school.id(), today.minusDays(10)));
        assertEquals(OptionalInt.of(200), rolls.on(school.id(), today.minusDays(11)));
        manager.get(page()).then().body(containsString("By telephone")).body(containsString("Counts today"));
    }

    @Test
    void aRollFarOverTheRegistersCountsOnceTwoManagersHaveRecordedIt() {
        assertEquals(303, record(today, "1,234", "By telephone").statusCode());
        manager.get(page()).then().body(containsString("Waits for another manager"));
        assertEquals(303, record(today, "1,235", "By letter").statusCode(), "the same person");
        assertEquals(OptionalInt.of(200), rolls.on(school.id(), today));
        var other = managers.of(school.authorityKey());
        assertEquals(303, record(other, today, "221", "By telephone").statusCode());
        assertEquals(
                303, record(other, today.minusDays(1), "1,234", "By telephone").statusCode());
        assertEquals(OptionalInt.of(200), rolls.on(school.id(), today), "another number, and another day");
        assertEquals(303, record(other, today, "1,234", "By telephone").statusCode());
        assertEquals(OptionalInt.of(1234), rolls.on(school.id(), today));
        manager.get(page()).then().body(containsString("Counts today"));
    }

    @Test
    void whereNoRegisterGivesARollOneManagerIsEnoughUpToTheGeneralLimitOfCards() {
        be("Pupil referral unit");
        record(today.minusDays(1), "60", "The unit's office");
        assertEquals(OptionalInt.of(60), rolls.on(school.id(), today));
        record(today, "61", "The unit's office");
        assertEquals(OptionalInt.of(60), rolls.on(school.id(), today));
        record(managers.of(school.authorityKey()), today, "61", "The unit's office");
        assertEquals(OptionalInt.of(61), rolls.on(school.id(), today));
    }

    @Test
    void ofAPupilReferralUnitTheRegistersFigureIsUnknown() {
        be("Pupil referral unit");
        manager.get(page())
                .then()
                .body(containsString("Unknown. A general limit of cards applies"))
                .body(containsString(
                        "The national register leaves out children who are taught at this kind of school."));
        assertEquals(OptionalInt.empty(), rolls.on(school.id(), today));
        record(today, "45", "The unit's office");
        assertEquals(OptionalInt.of(45), rolls.on(school.id(), today));
    }

    @Test
    void whatIsNoRollIsRefused() {
        for (var wrong : List.of("", "0", "-3", "20001", "9999999999", "many", "12.5")) {
            record(today, wrong, "By telephone")
                    .then()
                    .statusCode(422)
                    .body(containsString("Give the number of pupils, from 1 to 20,000."));
        }
        record(today.plusDays(1), "12", "By telephone")
                .then()
                .statusCode(422)
                .body(containsString("Choose today or an earlier day."));
        record(today, "12", " ").then().statusCode(422).body(containsString("Say where the number is from"));
        manager.post(page(), page()).then().statusCode(422).body(containsString("Give the day on which it was so"));
        assertEquals(OptionalInt.of(200), rolls.on(school.id(), today));
    }

    @Test
    void theSameRollIsRecordedOnceAndOfOneDayTheLastCounts() {
        assertEquals(303, record(today, "210", "<i>Census").statusCode());
        record(today, "210", "<i>Census").then().statusCode(422).body(containsString("This is recorded already."));
        assertEquals(303, record(today, "211", "Census, corrected").statusCode());
        assertEquals(OptionalInt.of(211), rolls.on(school.id(), today));
        manager.get(page()).then().body(containsString("&lt;i&gt;Census")).body(not(containsString("<i>Census")));
    }

    @Test
    void onlyManagersOfItsAreaSeeAndRecordIt() {
        var other = managers.of(given.withClassOf(3).school().authorityKey());
        assertEquals(404, other.get(page()).statusCode());
        assertEquals(
                404,
                other.post("/holidays", page(), "asOf", today.toString(), "roll", "9", "source", "x")
                        .statusCode());
        assertEquals(OptionalInt.of(200), rolls.on(school.id(), today));
    }

    private Response record(LocalDate asOf, String roll, String source) {
        return record(manager, asOf, roll, source);
    }

    private Response record(StaffBrowser by, LocalDate asOf, String roll, String source) {
        return by.post(page(), page(), "asOf", asOf.toString(), "roll", roll, "source", source);
    }

    @Transactional
    void be(String kind) {
        register.changeSchools(List.of("kind"), List.of(List.of(kind, school.id())));
    }

    private String page() {
        return "/schools/" + school.publicId() + "/roll";
    }
}
