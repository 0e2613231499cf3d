package uk.thinkuknow.identity.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act as the audit shows it.
 *
 * @param school the school it is about, "" for none
 */
public record AuditLine(
        long id,
        Instant at,
        Who who,
        String act,
        String subject,
        String school,
        String detail,
        AuditTrail.@Nullable Change change) {

    /** The name she had then, and her user name, empty where nobody was signed in. */
    public record Who(String name, String username) {}
}
