package uk.thinkuknow.demo;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Fills an empty database at the first start: in a demo with invented data, otherwise only with the record that the
 * installation is no demo.
 */
@Singleton
class DemoData {
    private static final int SECONDS_AT_MOST = 180;

    private final boolean wanted;
    private final Installation installation;
    private final SchoolService schools;
    private final List<DemoPart> parts;
    private final Clock clock;

    DemoData(
            @ConfigProperty(name = "thinkuknow.demo") boolean wanted,
            Installation installation,
            SchoolService schools,
            @All List<DemoPart> parts,
            Clock clock) {
        this.wanted = wanted;
        this.installation = installation;
        this.schools = schools;
        this.parts = parts;
        this.clock = clock;
    }

    void fill(@Observes @Priority(StartUpOrder.DEMO) StartupEvent start) {
        // one transaction, so that an interrupted start leaves an empty database for the next
        RetryOnConflict.run(SECONDS_AT_MOST, () -> {
            if (!installation.isSetUp()) {
                if (wanted) {
                    load(DemoContents.read());
                }
                installation.setUp(wanted);
            }
        });
    }

    private void load(DemoContents contents) {
        var today = London.today(clock);
        var demo = new Demo(contents, years(today), today);
        parts.forEach(part -> part.bringIn(demo));
        Log.infof(
                "loaded %d invented schools with past sessions",
                contents.schools().size());
    }

    /** The school years of a year ago and of today; the last one on record if the terms have run out. */
    private List<Year> years(LocalDate today) {
        return Stream.of(today.minusYears(1), today)
                .flatMap(day -> schools.termBy("england", day).stream())
                .map(NationTerm::yearKey)
                .distinct()
                .map(this::year)
                .toList();
    }

    private Year year(String key) {
        var terms = schools.termsOf("england", key);
        return new Year(key, terms.getFirst().firstDay(), terms.getLast().lastDay());
    }
}
