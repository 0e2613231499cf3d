package uk.thinkuknow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints figures line by line, then PASS or FAIL for each limit ("floor"), then the distance to each goal. */
final class BenchReport {
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> distances = new ArrayList<>();
    private boolean failed;

    void figure(String name, double value, String unit) {
        System.out.println(name + ": " + number(value) + " " + unit);
    }

    void note(String name, String text) {
        System.out.println(name + ": " + text);
    }

    /** Reports a figure that fails the run if it is above {@code floor}; {@code goal} is stricter and never fails. */
    void atMost(String name, double value, String unit, double floor, double goal) {
        judge(name, value, unit, value <= floor, "at most " + number(floor), goal, value <= goal);
    }

    /** Reports a figure that fails the run if it is below {@code floor}; {@code goal} is stricter and never fails. */
    void atLeast(String name, double value, String unit, double floor, double goal) {
        judge(name, value, unit, value >= floor, "at least " + number(floor), goal, value >= goal);
    }

    /** Reports a figure that has no limit, only a goal it should not exceed. */
    void goalAtMost(String name, double value, String unit, double goal) {
        figure(name, value, unit);
        distance(name, value, unit, goal, value <= goal);
    }

    /** Reports a figure that has no limit, only a goal it should reach. */
    void goalAtLeast(String name, double value, String unit, double goal) {
        figure(name, value, unit);
        distance(name, value, unit, goal, value >= goal);
    }

    /** Prints the verdicts; returns false if a limit was missed. */
    boolean close() {
        verdicts.forEach(System.out::println);
        distances.forEach(System.out::println);
        return !failed;
    }

    private void judge(
            String name, double value, String unit, boolean passed, String floor, double goal, boolean reached) {
        figure(name, value, unit);
        verdicts.add((passed ? "PASS " : "FAIL ") + name + ": " + number(value) + " " + unit + ", floor " + floor);
        distance(name, value, unit, goal, reached);
        failed |= !passed;
    }

    private void distance(String name, double value, String unit, double goal, boolean reached) {
        distances.add("GOAL " + name + ": " + number(goal) + " " + unit
                + (reached ? ", reached" : ", missing by a factor of " + number(Math.max(value / goal, goal / value))));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    }
}
