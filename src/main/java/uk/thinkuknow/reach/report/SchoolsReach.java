package uk.thinkuknow.reach.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.By;
import uk.thinkuknow.reach.totals.Calendar;

/** The door to the reach of each school in the running year, for those who look at which schools are left. */
@Singleton
public class SchoolsReach {
    private final ReachTotals totals;
    private final Calendar calendar;

    SchoolsReach(ReachTotals totals, Calendar calendar) {
        this.totals = totals;
        this.calendar = calendar;
    }

    /** The running school year, by the programme's calendar. */
    public String year() {
        return calendar.thisTerm().yearKey();
    }

    /** At least so many children of a school were reached in a year, by its public id; schools without any are left out. */
    @Transactional
    public Map<String, Integer> atLeast(String year) {
        var reached = new HashMap<String, Integer>();
        totals.read(new Period(year, null), Scope.PROGRAMME, EnumSet.of(By.SCHOOL))
                .sums()
                .by(By.SCHOOL)
                .forEach((school, figures) -> {
                    if (figures.own().lower() > 0) {
                        reached.put(school, figures.own().lower());
                    }
                });
        return reached;
    }
}
