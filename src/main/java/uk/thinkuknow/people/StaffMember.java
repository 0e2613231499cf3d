package uk.thinkuknow.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.NotFound;

/** A member of staff who is signed in; the school is the one she works at now. */
public record StaffMember(
        long id,
        String username,
        String name,
        Set<String> roles,
        @Nullable Long schoolId,
        @Nullable String regionKey,
        @Nullable String email) {

    /** @throws NotFound if she belongs to no school: another school's anything is not there for her */
    public long school() {
        if (schoolId == null) {
            throw new NotFound();
        }
        return schoolId;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
