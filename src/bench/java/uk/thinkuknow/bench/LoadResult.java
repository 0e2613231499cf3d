package uk.thinkuknow.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Results of a run of {@link LessonLoad}: lessons finished, waiting times by kind of call, errors. */
final class LoadResult {
    private final Map<LessonRequests.RequestKind, Times> times = new EnumMap<>(LessonRequests.RequestKind.class);
    private final Map<String, Integer> errors = new TreeMap<>();
    private int lessons;

    /** Waiting times in nanoseconds, in the order they were measured. */
    private static final class Times {
        private long[] nanos = new long[4096];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
        }
    }

    LoadResult() {
        for (var call : LessonRequests.RequestKind.values()) {
            times.put(call, new Times());
        }
    }

    void answered(LessonRequests.RequestKind call, long nanos, int status) {
        times.get(call).add(nanos);
        if (status / 100 != 2) {
            error(call + " " + status);
        }
    }

    void error(String what) {
        errors.merge(what, 1, Integer::sum);
    }

    void lessonDone() {
        lessons++;
    }

    int lessons() {
        return lessons;
    }

    int requests() {
        return times.values().stream().mapToInt(one -> one.count).sum();
    }

    Map<String, Integer> errors() {
        return errors;
    }

    int errorCount() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns this percentile (0 to 1) of a call's waiting times in milliseconds, or 0 without calls. */
    double millis(LessonRequests.RequestKind call, double share) {
        var of = times.get(call);
        if (of.count == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(of.nanos, of.count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(of.count - 1L, Math.round(share * of.count))] / 1e6;
    }
}
