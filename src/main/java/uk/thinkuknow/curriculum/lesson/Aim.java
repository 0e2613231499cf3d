package uk.thinkuknow.curriculum.lesson;

import java.util.List;

/**
 * Which objectives a question is for.
 *
 * @param step the key of its step
 * @param objectives counted from 1, as the module lists them
 */
public record Aim(String step, List<Integer> objectives) {}
