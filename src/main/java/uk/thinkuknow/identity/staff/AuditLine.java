package uk.thinkuknow.identity.staff;

import java.time.Instant;

/**
 * An audit entry as the page shows it.
 *
 * @param school the name of the school or authority it is about, "" for none
 */
public record AuditLine(long id, Instant at, AuditWords words, String act, String subject, String school) {}
