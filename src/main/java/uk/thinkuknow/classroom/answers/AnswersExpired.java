package uk.thinkuknow.classroom.answers;

import java.util.List;

/**
 * Event fired before the answers of these sessions are deleted, in the same transaction, so that listeners in other
 * packages can first count what they keep.
 */
public record AnswersExpired(List<Long> sessions) {}
