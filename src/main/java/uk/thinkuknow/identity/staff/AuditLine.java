package uk.thinkuknow.identity.staff;

import java.time.Instant;

/**
 * One act as the audit shows it.
 *
 * @param school the school it is about, "" for none
 */
public record AuditLine(long id, Instant at, AuditWords words, String act, String subject, String school) {}
