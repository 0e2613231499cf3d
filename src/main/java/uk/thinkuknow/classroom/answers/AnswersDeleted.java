package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * What children did in these sessions is about to be deleted, in the same transaction: nothing of it can change any more, and
 * whoever wants to keep a number reads it now.
 */
public record AnswersDeleted(List<Long> sessions) {}
