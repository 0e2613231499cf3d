package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * Event fired before the answers of these sessions are deleted, in the same transaction, so that rooms can first read the
 * numbers they keep.
 */
public record AnswersExpired(List<Long> sessions) {}
