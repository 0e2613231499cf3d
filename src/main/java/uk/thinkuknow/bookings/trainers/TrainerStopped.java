package uk.thinkuknow.bookings.trainers;

/**
 * Event: a trainer was suspended, lost the last accreditation or the role, or their account was disabled, so they come to
 * no school from now on.
 */
public record TrainerStopped(long staffId) {}
