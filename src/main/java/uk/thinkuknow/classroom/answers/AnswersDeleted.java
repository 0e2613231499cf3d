package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * Event fired in the transaction that deletes the answers of these sessions, so that other rooms can first read the
 * numbers they keep.
 */
public record AnswersDeleted(List<Long> sessions) {}
