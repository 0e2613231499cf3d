package uk.thinkuknow.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each room registers its jobs: an event that {@code operations.jobs} fires at the start. The work may run twice without
 * harm, because an instance that was cut off may still be at it when another takes over.
 */
public final class Jobs {
    private final List<Job> all = new ArrayList<>();

    /**
     * Work that runs regularly.
     *
     * @param key its name in the database and in the log
     * @param words what it does, for the page System
     */
    public record Job(String key, String words, Schedule schedule, boolean onEachInstance, Runnable work) {}

    /** A job that one instance runs for all. */
    public void onOneInstance(String key, String words, Schedule schedule, Runnable work) {
        all.add(new Job(key, words, schedule, false, work));
    }

    /** A job that each instance runs for itself, such as the refresh of a cache. */
    public void onEachInstance(String key, String words, Schedule schedule, Runnable work) {
        all.add(new Job(key, words, schedule, true, work));
    }

    public List<Job> all() {
        return List.copyOf(all);
    }
}
