package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import uk.thinkuknow.schools.registers.FollowsSchool;

/** The worries of a school that closed are read at the school that came after it. */
@Singleton
class WorriesFollow implements FollowsSchool {
    @Override
    public String table() {
        return "worry";
    }
}
