package uk.thinkuknow.schools.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;

/**
 * The facts that a national register gives of a school: where each is stored, its display name, its greatest length and
 * its column headings in files.
 */
enum RegisterFact {
    NAME(Storage.SCHOOL, 160, "EstablishmentName"),
    STREET(Storage.SCHOOL, 160, "Street"),
    TOWN(Storage.SCHOOL, 80, "Town"),
    POSTCODE(Storage.SCHOOL, 10, "Postcode"),
    PHASE(Storage.SCHOOL, 20, "PhaseOfEducation (code)", "Phase"),
    KIND(Storage.SCHOOL, 80, "TypeOfEstablishment (name)", "Type"),
    STATUS(Storage.SCHOOL, 10, "EstablishmentStatus (code)", "Status"),
    OPENED_ON(Storage.SCHOOL, 0, "OpenDate", "Opened"),
    CLOSED_ON(Storage.SCHOOL, 0, "CloseDate", "Closed"),
    LOWEST_AGE(Storage.SCHOOL, 0, "StatutoryLowAge", "Lowest age"),
    HIGHEST_AGE(Storage.SCHOOL, 0, "StatutoryHighAge", "Highest age"),
    ROLL(Storage.SCHOOL, 0, "NumberOfPupils", "Pupils"),
    EASTING(Storage.SCHOOL, 0, "Easting"),
    NORTHING(Storage.SCHOOL, 0, "Northing"),
    AUTHORITY(Storage.AREA, 40),
    LA(Storage.IDENTIFIER, 20),
    UKPRN(Storage.IDENTIFIER, 20, "UKPRN"),
    TRUST(Storage.FACT, 120, "Trusts (name)", "Trust"),
    CONSTITUENCY(Storage.FACT, 120, "ParliamentaryConstituency (name)", "Constituency"),
    FSM(Storage.FACT, 120, "PercentageFSM", "Free school meals"),
    RURALITY(Storage.FACT, 120, "UrbanRural (name)", "Rurality");

    private final Storage kept;
    private final int atMost;
    private final List<String> headings;

    RegisterFact(Storage kept, int atMost, String... headings) {
        this.kept = kept;
        this.atMost = atMost;
        this.headings = List.of(headings);
    }

    /** Where a fact is stored: in the school's row, or in one of the three dated tables. */
    enum Storage {
        SCHOOL,
        AREA,
        IDENTIFIER,
        FACT
    }

    Storage kept() {
        return kept;
    }

    /** The display name. */
    String words() {
        return Words.of(this);
    }

    /** The most characters it may have; 0 if it is not text. */
    int atMost() {
        return atMost;
    }

    /**
     * The column headings that it has: first that of GIAS, then that of our own format where it is listed; empty if it
     * is worked out from other columns.
     */
    List<String> headings() {
        return headings;
    }

    /** Its column in the staging table, which is also its name in a list of changes. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facts that are stored there. */
    static Stream<RegisterFact> in(Storage kept) {
        return Arrays.stream(values()).filter(fact -> fact.kept == kept);
    }
}
