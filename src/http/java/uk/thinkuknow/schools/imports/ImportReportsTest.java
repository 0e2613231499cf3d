package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests lists of a dry run: closing schools with their bookings, other age ranges, and schools that a file lacks. */
@QuarkusTest
class ImportReportsTest {
    @Inject
    ImportService imports;

    @Inject
    ImportReports reports;

    @Inject
    PeopleService people;

    @Inject
    DataSource database;

    private final GivenRegister register = GivenRegister.of(3);

    private SchoolImport dryRun(ImportService.GivenFile... files) {
        return imports.dryRun("Mina", List.of(files));
    }

    private void applyRegister() {
        imports.applyNow(dryRun(register.file()).publicId(), "Mina", false);
    }

    @Test
    void aClosingSchoolWithBookingsIsListedWithWhatHappensToThem() {
        applyRegister();
        book(register.urn(0));
        var closing = dryRun(
                register.with(0, "EstablishmentStatus (code)", "2")
                        .with(1, "EstablishmentStatus (code)", "2")
                        .file(),
                register.links(0, 2));
        var booked = reports.booked(closing);
        assertEquals(1, booked.size());
        assertEquals("URN " + register.urn(0), booked.getFirst().number());
        assertEquals(
                "1 booking to come, moved to the school that follows",
                booked.getFirst().what());
        assertTrue(reports.schools(closing, "CLOSED", 10).stream()
                .anyMatch(school -> school.number().endsWith(register.urn(1))
                        && school.what().isEmpty()));
    }

    @Test
    void bookingsOfASchoolThatSeveralFollowAreSaidToStayWithIt() {
        applyRegister();
        book(register.urn(0));
        var closing = dryRun(register.with(0, "EstablishmentStatus (code)", "2").file(), register.links(0, 2, 0, 1));
        assertTrue(
                reports.booked(closing).getFirst().what().contains("several schools follow"),
                reports.booked(closing).getFirst().what());
    }

    @Test
    void changedAgesAreShownWithTheOldOnesAndOtherChangesAreCounted() {
        applyRegister();
        var changed = dryRun(register.with(2, "StatutoryHighAge", "13")
                .with(1, "NumberOfPupils", "99")
                .file());
        assertEquals(
                List.of("ages 4 to 13, were 4 to 11"),
                reports.ages(changed, 10).stream()
                        .map(ImportReports.Affected::what)
                        .toList());
        assertEquals("1 age range, 1 number of pupils", reports.changes(changed));
        imports.applyNow(changed.publicId(), "Mina", false);
        assertEquals(
                "ages 4 to 13, were 4 to 11",
                reports.ages(changed, 10).getFirst().what());
    }

    @Test
    void openSchoolsThatTheFileDoesNotHaveAreCountedListedAndLeftAsTheyAre() {
        register.with(2, "EstablishmentStatus (code)", "2");
        applyRegister();
        int others = reports.missing(dryRun(register.file()));
        var lines = register.with(0, "NumberOfPupils", "99").lines();
        var cut = dryRun(register.file("extract.csv", lines.subList(0, 2)));
        assertEquals(new SchoolComparison.Counts(0, 1, 0, 0), cut.counts().schools());
        assertEquals(others + 1, reports.missing(cut));
        assertTrue(reports.notices(cut).contains(Words.of("imports.missing", others + 1)));
        var listed = reports.schools(cut, "MISSING", Integer.MAX_VALUE).stream()
                .map(ImportReports.Affected::number)
                .toList();
        assertTrue(listed.contains("URN " + register.urn(1)));
        assertFalse(listed.contains("URN " + register.urn(0)));
        assertFalse(listed.contains("URN " + register.urn(2)));
        imports.applyNow(cut.publicId(), "Mina", false);
        assertEquals(others, reports.missing(dryRun(register.file())));
        assertEquals(
                new SchoolComparison.Counts(0, 0, 0, 0),
                dryRun(register.file()).counts().schools());
    }

    private void book(String urn) {
        var who = "book" + urn;
        people.join(who, "Someone", null, null);
        try (var sql = new ImportConnection(database)) {
            sql.run("""
                    insert into booking (public_id, request_key, school_id, module_key, audience, delivery, language, devices,
                      room, needs, avoid, state, requested_by, requested_at, in_charge, minutes)
                    select right(?, 10), ?, i.school_id, 'the-group-chat', 'lesson', 'SELF', 'en', true,
                      '', '', '', 'REQUESTED', s.id, ?, s.id, 45
                    from school_identifier i join staff s on s.username = ? where i.value = ?""", urn, urn, Instant.now(), who, urn);
        }
    }
}
