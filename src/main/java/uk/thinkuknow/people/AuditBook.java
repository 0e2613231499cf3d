package uk.thinkuknow.people;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** The audit as it is read; nothing of it is ever changed. */
@Singleton
class AuditBook {
    private final AuditEntries entries;
    private final AuditTrail trail;

    AuditBook(AuditEntries entries, AuditTrail trail) {
        this.entries = entries;
        this.trail = trail;
    }

    /** What was done, the latest first, before the line with a number. */
    @Transactional
    List<AuditLine> lines(AuditFilter filter, long before, int atMost) {
        return entries.matching(filter, before, atMost).stream()
                .map(AuditEntry::line)
                .toList();
    }

    /** Every kind of act that was ever noted, in the order of the alphabet. */
    @Transactional
    List<String> acts() {
        return entries.acts();
    }

    /** Notes that somebody has taken a copy. */
    @Transactional
    void noteCopy(StaffMember by, AuditFilter filter) {
        var which = filter.query();
        trail.write(by.name(), "took a copy of the audit", "audit", which.isEmpty() ? "all of it" : which, null);
    }
}
