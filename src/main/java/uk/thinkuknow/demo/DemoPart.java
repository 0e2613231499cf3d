package uk.thinkuknow.demo;

import java.time.LocalDate;
import java.util.List;

/** Creates one kind of demo data. Parts with a higher priority run first, so that later ones can use their data. */
interface DemoPart {
    void bringIn(Demo demo);

    /** The demo: its contents, its years (oldest first) and the present day. */
    record Demo(DemoContents contents, List<Year> years, LocalDate today) {}

    /** A school year of the demo: the last one, if the calendar has it, or the present one. */
    record Year(String key, LocalDate firstDay, LocalDate lastDay) {}
}
