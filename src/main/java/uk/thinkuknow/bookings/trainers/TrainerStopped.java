package uk.thinkuknow.bookings.trainers;

/**
 * Event: a trainer was suspended, lost an accreditation or the role, or their account was disabled, so they no longer come to
 * schools on every day as before.
 */
public record TrainerStopped(long staffId) {}
