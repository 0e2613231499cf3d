package uk.thinkuknow.identity.staff;

/**
 * A kind of thing that belongs to a school and that the audit names, for example {@code session 7k3m…}; each room produces its own.
 *
 * @param word the first word of the subject
 * @param schoolOf SQL for the id of the school, with %s where the public id is
 */
public record AuditedKind(String word, String schoolOf) {}
