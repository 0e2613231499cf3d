package uk.thinkuknow.classroom.session;

import java.time.Duration;
import java.time.Instant;

/**
 * A lesson taught without devices and entered afterwards.
 *
 * @param wanted the lesson and the classes, as at Start
 */
record EarlierLesson(StartSession wanted, Instant from, Duration took) {
    Instant to() {
        return from.plus(took);
    }
}
