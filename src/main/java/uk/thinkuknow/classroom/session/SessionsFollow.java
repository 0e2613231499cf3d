package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import uk.thinkuknow.schools.registers.FollowsSchool;

/** The sessions of a school that closed are those of the school that came after it. */
@Singleton
class SessionsFollow implements FollowsSchool {
    @Override
    public String table() {
        return "session";
    }
}
