package uk.thinkuknow.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the jobs of all packages: {@code operations.jobs} fires it as an event at start-up, and each listener adds
 * its own jobs. A job must be idempotent, because an instance that lost its lease may still run it when another takes
 * over.
 */
public final class Jobs {
    private final List<Job> all = new ArrayList<>();

    /**
     * A task that runs on a schedule.
     *
     * @param key its name in the database and in the log
     * @param words what it does, as the System page shows it
     * @param onEachInstance true if every instance runs it, false if one instance runs it for all
     */
    public record Job(String key, String words, Schedule schedule, boolean onEachInstance, Runnable work) {}

    /** Adds a job that one instance runs for all. */
    public void onOneInstance(String key, String words, Schedule schedule, Runnable work) {
        all.add(new Job(key, words, schedule, false, work));
    }

    /** Adds a job that every instance runs, such as the refresh of a cache. */
    public void onEachInstance(String key, String words, Schedule schedule, Runnable work) {
        all.add(new Job(key, words, schedule, true, work));
    }

    public List<Job> all() {
        return List.copyOf(all);
    }
}
