package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.calendars.CalendarWriter;
import uk.thinkuknow.schools.calendars.Rolls;
import uk.thinkuknow.schools.calendars.SchoolDays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that imports of the registers record rolls and move own days, and that undoing them takes both back. */
@QuarkusTest
class ImportedRollsTest {
    private static final String BY = "Mina";

    @Inject
    ImportService imports;

    @Inject
    Rolls rolls;

    @Inject
    SchoolDays schoolDays;

    @Inject
    CalendarWriter calendars;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void readTheClock() {
        today = London.today(clock);
    }

    @Test
    void anImportRecordsEachNewRollWithItsDayAndUndoingItRemovesIt() {
        var register = GivenRegister.of(2).with(1, "NumberOfPupils", "");
        apply(register.file());
        long school = school(register, 0);
        assertEquals(OptionalInt.of(210), rolls.on(school, today));
        assertEquals(OptionalInt.empty(), rolls.on(school(register, 1), today));
        assertEquals(1, records(school));
        calendars.recordRoll(school, today.minusDays(5), 180, "By telephone", BY);
        assertEquals(OptionalInt.of(180), rolls.on(school, today.minusDays(5)));
        assertEquals(OptionalInt.of(210), rolls.on(school, today));
        apply(register.with(0, "EstablishmentName", "Another Name").file());
        assertEquals(2, records(school), "an unchanged roll is not recorded again");
        var more = apply(register.with(0, "NumberOfPupils", "250").file());
        assertEquals(OptionalInt.of(250), rolls.on(school, today));
        imports.undo(more.publicId(), BY);
        assertEquals(OptionalInt.of(210), rolls.on(school, today));
        assertEquals(2, records(school));
    }

    @Test
    void undoingAnImportAlsoRemovesTheRollsOfItsNewSchools() {
        var register = GivenRegister.of(1);
        var applied = apply(register.file());
        long school = school(register, 0);
        imports.undo(applied.publicId(), BY);
        assertEquals(0, records(school));
    }

    @Test
    void anImportIsNotUndoneOnceSomebodyRecordedTheRollOrDaysOfItsNewSchool() {
        var register = GivenRegister.of(1);
        var applied = apply(register.file());
        calendars.recordRoll(school(register, 0), today, 180, "By telephone", BY);
        var refused = assertThrows(Refused.class, () -> imports.undo(applied.publicId(), BY));
        assertTrue(refused.why().contains("1 entry of school days or rolls has been added since"), refused.why());
    }

    @Test
    void aSchoolsOwnDaysMoveToItsSuccessorAndBack() {
        var register = GivenRegister.of(2);
        apply(register.file());
        long school = school(register, 0);
        long academy = school(register, 1);
        var nextYear = today.plusYears(1);
        calendars.addDays(school, today, nextYear, true, "Boarders", BY);
        var sunday = today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        var applied = apply(register.with(0, "EstablishmentStatus (code)", "2").file(), register.links(0, 1));
        assertTrue(schoolDays.isSchoolDay(academy, sunday));
        assertFalse(schoolDays.isSchoolDay(school, sunday));
        imports.undo(applied.publicId(), BY);
        assertFalse(schoolDays.isSchoolDay(academy, sunday));
        assertTrue(schoolDays.isSchoolDay(school, sunday));
    }

    @Test
    void anAcademyHasTheRollOfItsPredecessorUntilItHasItsOwn() {
        var register = GivenRegister.of(2).with(1, "NumberOfPupils", "");
        apply(register.with(0, "EstablishmentStatus (code)", "2").file(), register.links(0, 1));
        assertEquals(OptionalInt.of(210), rolls.on(school(register, 1), today));
        calendars.recordRoll(school(register, 1), today, 222, "By telephone", BY);
        assertEquals(OptionalInt.of(222), rolls.on(school(register, 1), today));
    }

    private SchoolImport apply(ImportService.GivenFile... files) {
        var dryRun = imports.dryRun(BY, List.of(files));
        return imports.applyNow(dryRun.publicId(), BY, false);
    }

    private long school(GivenRegister register, int i) {
        return number("select school_id from school_identifier where value = ?", register.urn(i));
    }

    private int records(long school) {
        return number("select count(*) from school_roll where school_id = ?", school);
    }

    private int number(String sql, Object value) {
        try (var open = new ImportConnection(database)) {
            return open.number(sql, value);
        }
    }
}
