package uk.thinkuknow.schools.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a register says of a school: where we keep it, what people call it, and in which columns of a file it stands. */
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

    /** The table a fact lies in: the school itself, or one of those with dates. */
    enum Kept {
        SCHOOL,
        AREA,
        IDENTIFIER,
        FACT
    }

    Kept kept() {
        return kept;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** The most characters it may have; 0 for what is no text. */
    int atMost() {
        return atMost;
    }

    /** The headings it may stand under, each in one kind of file. */
    List<String> headings() {
        return headings;
    }

    /** Its column in the table of rows read, and its name in a list of changes. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stream<Fact> in(Kept kept) {
        return Arrays.stream(values()).filter(fact -> fact.kept == kept);
    }
}
