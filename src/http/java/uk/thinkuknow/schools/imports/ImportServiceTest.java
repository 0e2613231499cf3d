package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.imports.SchoolImport.State;
import uk.thinkuknow.schools.school.SchoolService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that imports of schools compare the files first, apply all rows or none, and end dated values instead of
 * overwriting them.
 */
@QuarkusTest
class ImportServiceTest {
    private static final String BY = "Mina";

    @Inject
    ImportService imports;

    @Inject
    SchoolService schools;

    @Inject
    DataSource database;

    private SchoolImport apply(ImportService.GivenFile... files) {
        var dryRun = imports.dryRun(BY, List.of(files));
        assertEquals(State.READY, dryRun.state(), () -> "" + dryRun.problem());
        return imports.applyNow(dryRun.publicId(), BY, false);
    }

    @Test
    void aDryRunChangesNothing() {
        var register = GivenRegister.of(3);
        var dryRun = imports.dryRun(BY, List.of(register.file()));
        assertEquals(new SchoolImport.Counts(3, new SchoolComparison.Counts(3, 0, 0, 0), 0, 0, 0), dryRun.counts());
        assertEquals(0, rows("select count(*) from school_identifier where value = ?", register.urn(0)));
    }

    @Test
    void aSecondDryRunOfAnAppliedFileFindsNoChange() {
        var register = GivenRegister.of(3)
                .with(1, "EstablishmentName", "École Sacré Coeur")
                .with(2, "Trusts (name)", "A trust");
        assertEquals(State.APPLIED, apply(register.file()).state());
        var again = imports.dryRun(BY, List.of(register.file()));
        assertEquals(new SchoolImport.Counts(3, new SchoolComparison.Counts(0, 0, 0, 0), 0, 0, 0), again.counts());
        assertTrue(again.counts().changeNothing());
    }

    @Test
    void anAccentThatWasAddedIsAChange() {
        var register = GivenRegister.of(1).with(0, "EstablishmentName", "Ecole");
        apply(register.file());
        assertEquals(
                1,
                imports.dryRun(
                                BY,
                                List.of(register.with(0, "EstablishmentName", "École")
                                        .file()))
                        .counts()
                        .schools()
                        .changed());
    }

    @Test
    void eachSchoolIsCountedAsOneOfNewChangedClosedOrReopened() {
        var register = GivenRegister.of(5).with(3, "EstablishmentStatus (code)", "2");
        apply(register.file());
        register.with(0, "NumberOfPupils", "250")
                .with(1, "EstablishmentStatus (code)", "02")
                .with(1, "CloseDate", "31/08/2026")
                .with(3, "EstablishmentStatus (code)", "1");
        var applied = apply(register.file(), register.links(1, 2));
        assertEquals(new SchoolImport.Counts(5, new SchoolComparison.Counts(0, 1, 1, 1), 1, 0, 1), applied.counts());
        assertEquals(
                1,
                rows(
                        "select count(*) from school s join school_identifier i on i.school_id = s.id where i.value = ? and s.status = 'closed' and s.closed_on = '2026-08-31'",
                        register.urn(1)));
    }

    /** The empty key would be that of the whole programme for who manages a region. */
    @Test
    void aRegionWhoseNameHasNoLetterOrDigitIsNoRegion() {
        var register = GivenRegister.of(1).with(0, "GOR (name)", "***");
        apply(register.file());
        assertEquals(
                1,
                rows(
                        "select count(*) from school_identifier i join school_area a on a.school_id = i.school_id"
                                + " join authority l on l.authority_key = a.authority_key"
                                + " where i.value = ? and l.region_key = 'no-region'",
                        register.urn(0)));
    }

    @Test
    void datedValuesAreEndedAndNeverOverwritten() {
        var register = GivenRegister.of(1).with(0, "Trusts (name)", "Old Trust");
        apply(register.file());
        apply(register.with(0, "Trusts (name)", "New Trust")
                .with(0, "LA (code)", "8" + register.urn(0))
                .file());
        var ofSchool =
                " f join school_identifier i on i.school_id = f.school_id and i.scheme = 'urn' where i.value = ? ";
        assertEquals(
                1,
                rows(
                        "select count(*) from school_fact" + ofSchool
                                + "and f.value = 'Old Trust' and f.valid_to is not null",
                        register.urn(0)));
        assertEquals(
                1,
                rows(
                        "select count(*) from school_fact" + ofSchool
                                + "and f.value = 'New Trust' and f.valid_to is null",
                        register.urn(0)));
        assertEquals(2, rows("select count(*) from school_area" + ofSchool, register.urn(0)));
        assertEquals(
                1, rows("select count(*) from school_area" + ofSchool + "and f.valid_to is null", register.urn(0)));
    }

    @Test
    void aMissingOptionalColumnChangesNothing() {
        var register = GivenRegister.of(1).with(0, "Trusts (name)", "A trust");
        apply(register.file());
        var without = imports.dryRun(
                BY,
                List.of(register.without("Trusts (name)")
                        .without("NumberOfPupils")
                        .file()));
        assertTrue(without.counts().changeNothing());
        assertEquals("NumberOfPupils, Trusts (name)", without.source().absent());
    }

    @Test
    void aFileInUtf8WithSemicolonsIsReadAndOtherSpellingsOfDatesAndCodesAreNoChange() {
        var register = GivenRegister.of(2).with(0, "EstablishmentName", "Ysgol Tŷ Fierté");
        apply(register.asUtf8WithSemicolons().file());
        register.with(0, "OpenDate", "01/09/1990").with(1, "PhaseOfEducation (code)", "02");
        assertTrue(imports.dryRun(BY, List.of(register.file())).counts().changeNothing());
    }

    @Test
    void anOutdatedDryRunIsNotApplied() {
        var early = imports.dryRun(BY, List.of(GivenRegister.of(1).file()));
        apply(GivenRegister.of(1).file());
        assertThrows(Refused.class, () -> imports.applyNow(early.publicId(), BY, false));
    }

    @Test
    void aSecondImportAtTheSameTimeIsRefused() {
        try (var held = ImportLock.take(database).orElseThrow()) {
            var refused = assertThrows(
                    Refused.class,
                    () -> imports.dryRun(BY, List.of(GivenRegister.of(1).file())));
            assertTrue(refused.why().startsWith("Another import is being read"), refused.why());
        }
    }

    @Test
    void undoingAnImportRestoresTheSchoolsAndCannotBeDoneTwice() {
        var register = GivenRegister.of(2);
        apply(register.file());
        var more = apply(register.with(0, "EstablishmentName", "Another Name")
                .with(0, "UKPRN", "10012345")
                .with(1, "EstablishmentStatus (code)", "2")
                .file());
        imports.undo(more.publicId(), BY);
        var again = imports.dryRun(BY, List.of(register.file()));
        assertEquals(new SchoolImport.Counts(2, new SchoolComparison.Counts(0, 1, 1, 0), 0, 0, 0), again.counts());
        assertThrows(Refused.class, () -> imports.undo(more.publicId(), BY));
    }

    @Test
    void anImportIsNotUndoneOnceAClassWasAddedAtItsSchool() {
        var register = GivenRegister.of(1);
        var applied = apply(register.file());
        long school = rows("select school_id from school_identifier where value = ?", register.urn(0));
        schools.addClass(school, "2026-27", "5B", "8-10", Set.of(2021), 3, LocalDate.of(2026, 9, 1));
        var refused = assertThrows(Refused.class, () -> imports.undo(applied.publicId(), BY));
        assertTrue(refused.why().contains("1 class has been added since"), refused.why());
    }

    @Test
    void classesMoveToTheSuccessorWithTheImportAndBackWhenItIsUndone() {
        var register = GivenRegister.of(2);
        apply(register.file());
        long school = rows("select school_id from school_identifier where value = ?", register.urn(0));
        long academy = rows("select school_id from school_identifier where value = ?", register.urn(1));
        schools.addClass(school, "2026-27", "5B", "8-10", Set.of(2021), 3, LocalDate.of(2026, 9, 1));
        var applied = apply(register.with(0, "EstablishmentStatus (code)", "2").file(), register.links(0, 1));
        assertEquals(1, schools.classesOf(academy, "2026-27").size());
        imports.undo(applied.publicId(), BY);
        assertEquals(1, schools.classesOf(school, "2026-27").size());
    }

    private int rows(String sql, Object... values) {
        try (var open = new ImportConnection(database)) {
            return open.number(sql, values);
        }
    }
}
