package uk.thinkuknow.classroom.session;

/** Event: a running session continues with another version of its lesson, because a step was withdrawn. */
public record LessonSwapped(long sessionId) {}
