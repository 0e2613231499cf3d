package uk.thinkuknow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints figures one a line, then PASS or FAIL for each floor, then how far each goal is. */
final class Report {
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> distances = new ArrayList<>();
    private boolean failed;

    void figure(String name, double value, String unit) {
        System.out.println(name + ": " + number(value) + " " + unit);
    }

    void note(String name, String text) {
        System.out.println(name + ": " + text);
    }

    /** A figure that must not lie above its floor; the goal is lower still. */
    void atMost(String name, double value, String unit, double floor, double goal) {
        judge(name, value, unit, value <= floor, "at most " + number(floor), goal, value <= goal);
    }

    /** A figure that must not lie below its floor; the goal is higher still. */
    void atLeast(String name, double value, String unit, double floor, double goal) {
        judge(name, value, unit, value >= floor, "at least " + number(floor), goal, value >= goal);
    }

    /** A figure without a floor, that is hoped to lie no higher than its goal. */
    void hopeAtMost(String name, double value, String unit, double goal) {
        figure(name, value, unit);
        distance(name, value, unit, goal, value <= goal);
    }

    /** A figure without a floor, that is hoped to lie no lower than its goal. */
    void hopeAtLeast(String name, double value, String unit, double goal) {
        figure(name, value, unit);
        distance(name, value, unit, goal, value >= goal);
    }

    /** Prints the verdicts; false if any floor was missed. */
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
