package uk.thinkuknow.identity.staff;

/**
 * What of the audit somebody may read: auditors and administrators all of it, a manager what is about schools.
 *
 * @param schoolsOnly is she shown nothing but what is about a school?
 * @param scope where the schools lie that she looks after
 */
public record AuditReach(boolean schoolsOnly, Scope scope) {
    public static AuditReach of(StaffMember me) {
        return me.is(Role.AUDITOR) || me.is(Role.ADMINISTRATOR)
                ? new AuditReach(false, Scope.PROGRAMME)
                : new AuditReach(true, me.scope());
    }
}
