package uk.thinkuknow.schools.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The facts a register gives of a school: the table that stores each, its display name, longest value and file columns.
 */
enum Fact {
    NAME(Kept.SCHOOL, "name", 160, "EstablishmentName"),
    STREET(Kept.SCHOOL, "address", 160, "Street"),
    TOWN(Kept.SCHOOL, "address", 80, "Town"),
    POSTCODE(Kept.SCHOOL, "address", 10, "Postcode"),
    PHASE(Kept.SCHOOL, "phase", 20, "PhaseOfEducation (code)", "Phase"),
    KIND(Kept.SCHOOL, "type", 80, "TypeOfEstablishment (name)", "Type"),
    STATUS(Kept.SCHOOL, "status", 10, "EstablishmentStatus (code)", "Status"),
    OPENED_ON(Kept.SCHOOL, "opening date", 0, "OpenDate", "Opened"),
    CLOSED_ON(Kept.SCHOOL, "closing date", 0, "CloseDate", "Closed"),
    LOWEST_AGE(Kept.SCHOOL, "age range", 0, "StatutoryLowAge", "Lowest age"),
    HIGHEST_AGE(Kept.SCHOOL, "age range", 0, "StatutoryHighAge", "Highest age"),
    ROLL(Kept.SCHOOL, "number of pupils", 0, "NumberOfPupils", "Pupils"),
    EASTING(Kept.SCHOOL, "place on the map", 0, "Easting"),
    NORTHING(Kept.SCHOOL, "place on the map", 0, "Northing"),
    AUTHORITY(Kept.AREA, "authority", 40),
    LA(Kept.IDENTIFIER, "LA number", 20),
    UKPRN(Kept.IDENTIFIER, "UKPRN", 20, "UKPRN"),
    TRUST(Kept.FACT, "trust", 120, "Trusts (name)", "Trust"),
    CONSTITUENCY(Kept.FACT, "constituency", 120, "ParliamentaryConstituency (name)", "Constituency"),
    FSM(Kept.FACT, "free school meals", 120, "PercentageFSM", "Free school meals"),
    RURALITY(Kept.FACT, "urban or rural", 120, "UrbanRural (name)", "Rurality");

    private final Kept kept;
    private final String words;
    private final int atMost;
    private final List<String> headings;

    Fact(Kept kept, String words, int atMost, String... headings) {
        this.kept = kept;
        this.words = words;
        this.atMost = atMost;
        this.headings = List.of(headings);
    }

    /** Where a fact is stored: in the school's row, or in one of the dated tables. */
    enum Kept {
        SCHOOL,
        AREA,
        IDENTIFIER,
        FACT
    }

    Kept kept() {
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

    /** The column headings it may have, one for each kind of file. */
    List<String> headings() {
        return headings;
    }

    /** Its column in the staging table, which is also its name in a list of changes. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stream<Fact> in(Kept kept) {
        return Arrays.stream(values()).filter(fact -> fact.kept == kept);
    }
}
