package uk.thinkuknow.demo;

import java.time.LocalDate;
import java.util.List;

/** A part of the demo; its priority says when it is brought in, the highest first: parts may use what was brought in before. */
interface DemoPart {
    void bringIn(Demo demo);

    /** What a demo is made of, its years oldest first. */
    record Demo(DemoContents contents, List<Year> years, LocalDate today) {}

    /** A year of the demo: last year, if the calendar has it, and this one. */
    record Year(String key, LocalDate firstDay, LocalDate lastDay) {}
}
