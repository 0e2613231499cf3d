package uk.thinkuknow.schools.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The facts that a national register gives of a school: where each is stored, its display name, its greatest length and
 * its column headings in files.
 */
enum RegisterFact {
    NAME(Storage.SCHOOL, "name", 160, "EstablishmentName"),
    STREET(Storage.SCHOOL, "address", 160, "Street"),
    TOWN(Storage.SCHOOL, "address", 80, "Town"),
    POSTCODE(Storage.SCHOOL, "address", 10, "Postcode"),
    PHASE(Storage.SCHOOL, "phase", 20, "PhaseOfEducation (code)", "Phase"),
    KIND(Storage.SCHOOL, "type", 80, "TypeOfEstablishment (name)", "Type"),
    STATUS(Storage.SCHOOL, "status", 10, "EstablishmentStatus (code)", "Status"),
    OPENED_ON(Storage.SCHOOL, "opening date", 0, "OpenDate", "Opened"),
    CLOSED_ON(Storage.SCHOOL, "closing date", 0, "CloseDate", "Closed"),
    LOWEST_AGE(Storage.SCHOOL, "age range", 0, "StatutoryLowAge", "Lowest age"),
    HIGHEST_AGE(Storage.SCHOOL, "age range", 0, "StatutoryHighAge", "Highest age"),
    ROLL(Storage.SCHOOL, "number of pupils", 0, "NumberOfPupils", "Pupils"),
    EASTING(Storage.SCHOOL, "place on the map", 0, "Easting"),
    NORTHING(Storage.SCHOOL, "place on the map", 0, "Northing"),
    AUTHORITY(Storage.AREA, "authority", 40),
    LA(Storage.IDENTIFIER, "LA number", 20),
    UKPRN(Storage.IDENTIFIER, "UKPRN", 20, "UKPRN"),
    TRUST(Storage.FACT, "trust", 120, "Trusts (name)", "Trust"),
    CONSTITUENCY(Storage.FACT, "constituency", 120, "ParliamentaryConstituency (name)", "Constituency"),
    FSM(Storage.FACT, "free school meals", 120, "PercentageFSM", "Free school meals"),
    RURALITY(Storage.FACT, "urban or rural", 120, "UrbanRural (name)", "Rurality");

    private final Storage kept;
    private final String words;
    private final int atMost;
    private final List<String> headings;

    RegisterFact(Storage kept, String words, int atMost, String... headings) {
        this.kept = kept;
        this.words = words;
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
        return words;
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
