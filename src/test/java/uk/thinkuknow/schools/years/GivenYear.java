package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.counting.Holiday;

/** The last school year of England that the product came with, and the next one as it should be. */
final class GivenYear {
    static final YearPlan LAST = YearPlan.of(
            "england",
            "2028-29",
            List.of(day("2028-09-01"), day("2029-01-03"), day("2029-04-16")),
            day("2029-09-02"),
            List.of(
                    new Holiday("autumn-half-term", day("2028-10-23"), day("2028-10-27")),
                    new Holiday("christmas", day("2028-12-21"), day("2029-01-02")),
                    new Holiday("spring-half-term", day("2029-02-12"), day("2029-02-16")),
                    new Holiday("easter", day("2029-03-30"), day("2029-04-15")),
                    new Holiday("summer-half-term", day("2029-05-28"), day("2029-06-01")),
                    new Holiday("summer", day("2029-07-21"), day("2029-09-02"))));

    private GivenYear() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
