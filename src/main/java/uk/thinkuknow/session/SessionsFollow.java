package uk.thinkuknow.session;

import jakarta.inject.Singleton;
import uk.thinkuknow.school.FollowsSchool;

/** The sessions of a school that closed are those of the school that came after it. */
@Singleton
class SessionsFollow implements FollowsSchool {
    @Override
    public String table() {
        return "session";
    }
}
