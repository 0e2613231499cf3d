package uk.thinkuknow.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Results of a run of {@link PeakLoad}: joins and answers served, waiting times, requests turned away, and errors. */
final class PeakResult {
    private final long start;
    private final Map<LessonRequests.RequestKind, Times> calls = new EnumMap<>(LessonRequests.RequestKind.class);
    private final Times joins = new Times();
    private final Times answers = new Times();
    private final Map<String, Integer> errors = new TreeMap<>();
    private final Map<Integer, SecondResult> seconds = new TreeMap<>();
    private int requests;
    private int shed;
    private int shedWithoutWord;
    private int nobodySeated;

    PeakResult(long start) {
        this.start = start;
    }

    /** Waiting times in nanoseconds, in the order they were measured. */
    static final class Times {
        private long[] nanos = new long[4096];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
        }

        int count() {
            return count;
        }

        /** Returns this percentile (0 to 1) in milliseconds, or 0 without times. */
        double millis(double share) {
            var sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
        }
    }

    /** The calls that were due in one second: their longest wait in nanoseconds, and how many failed. */
    private static final class SecondResult {
        private long longest;
        private int failed;
    }

    void answered(LessonRequests.RequestKind call, long nanos, long due, int status, boolean saysWhen) {
        requests++;
        calls.computeIfAbsent(call, any -> new Times()).add(nanos);
        if (status == 503 || status == 429) {
            shed++;
            shedWithoutWord += saysWhen ? 0 : 1;
            second(due).failed++;
        } else if (status / 100 != 2) {
            error(due, call + " " + status);
        }
    }

    void served(boolean join, long nanos, long due) {
        (join ? joins : answers).add(nanos);
        var second = second(due);
        second.longest = Math.max(second.longest, nanos);
    }

    void error(long due, String what) {
        errors.merge(what, 1, Integer::sum);
        second(due).failed++;
    }

    void nobodySeated() {
        nobodySeated++;
    }

    private SecondResult second(long due) {
        return seconds.computeIfAbsent((int) ((due - start) / 1_000_000_000L), any -> new SecondResult());
    }

    /** Returns the seconds after which every later call was served within {@code millis} ms. */
    int recoveredAfter(double millis) {
        int after = 0;
        for (var each : seconds.entrySet()) {
            if (each.getValue().failed > 0 || each.getValue().longest / 1e6 > millis) {
                after = each.getKey() + 1;
            }
        }
        return after;
    }

    Map<LessonRequests.RequestKind, Times> calls() {
        return calls;
    }

    Times joins() {
        return joins;
    }

    Times answers() {
        return answers;
    }

    int requests() {
        return requests;
    }

    int shed() {
        return shed;
    }

    int shedWithoutRetryAfter() {
        return shedWithoutWord;
    }

    int answersWithoutChild() {
        return nobodySeated;
    }

    Map<String, Integer> errors() {
        return errors;
    }

    int errorCount() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }
}
