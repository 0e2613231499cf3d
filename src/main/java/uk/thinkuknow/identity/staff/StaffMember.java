package uk.thinkuknow.identity.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;

/**
 * A member of staff: their account, their roles, the school where they work now, and the area they look after as a
 * manager. The roles are those of the sign-in, so somebody who is not signed in has none.
 */
public record StaffMember(
        long id,
        String username,
        String name,
        Set<String> roles,
        @Nullable Long schoolId,
        Scope scope,
        @Nullable String email) {

    /** @throws NotFound if the person has no school, as for things of any other school */
    public long school() {
        if (schoolId == null) {
            throw new NotFound();
        }
        return schoolId;
    }

    /** The area whose figures they may read; for an auditor, the whole programme. */
    public Scope reads() {
        return is(Role.AUDITOR) ? Scope.PROGRAMME : scope;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
