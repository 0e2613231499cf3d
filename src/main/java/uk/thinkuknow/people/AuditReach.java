package uk.thinkuknow.people;

import org.jspecify.annotations.Nullable;

/**
 * What of the audit somebody may read: auditors and administrators all of it, a manager what is about schools.
 *
 * @param schoolsOnly is she shown nothing but what is about a school?
 * @param region the one region whose schools she looks after; null where she is bound to none
 */
record AuditReach(boolean schoolsOnly, @Nullable String region) {
    static AuditReach of(StaffMember me) {
        return me.is(Role.AUDITOR) || me.is(Role.ADMINISTRATOR)
                ? new AuditReach(false, null)
                : new AuditReach(true, me.regionKey());
    }
}
