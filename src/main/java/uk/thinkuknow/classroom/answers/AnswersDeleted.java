package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * The answers of these sessions can no longer change and are about to be deleted, so a room that keeps numbers from them
 * reads them now.
 */
public record AnswersDeleted(List<Long> sessions) {}
