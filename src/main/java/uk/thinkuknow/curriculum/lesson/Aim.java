package uk.thinkuknow.curriculum.lesson;

import java.util.List;

/**
 * Links a question to the learning objectives it serves.
 *
 * @param step the key of its step
 * @param objectives the numbers of the objectives, counted from 1 in the lesson's order
 */
public record Aim(String step, List<Integer> objectives) {}
