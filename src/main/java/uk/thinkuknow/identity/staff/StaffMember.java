package uk.thinkuknow.identity.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;

/** A member of staff who is signed in; the school is the one she works at now, the scope what she looks after as a manager. */
public record StaffMember(
        long id,
        String username,
        String name,
        Set<String> roles,
        @Nullable Long schoolId,
        Scope scope,
        @Nullable String email) {

    /** @throws NotFound if she belongs to no school: another school's anything is not there for her */
    public long school() {
        if (schoolId == null) {
            throw new NotFound();
        }
        return schoolId;
    }

    /** How far she reads of what is counted: an auditor all of it. */
    public Scope reads() {
        return is(Role.AUDITOR) ? Scope.PROGRAMME : scope;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
