package uk.thinkuknow.identity.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.identity.staff.AuditEntries;
import uk.thinkuknow.identity.staff.AuditEntry;
import uk.thinkuknow.identity.staff.AuditFilter;
import uk.thinkuknow.identity.staff.AuditLine;
import uk.thinkuknow.identity.staff.AuditReach;
import uk.thinkuknow.identity.staff.AuditTrail;
import uk.thinkuknow.identity.staff.AuditedPlaces;
import uk.thinkuknow.identity.staff.StaffMember;

/** The audit as it is read; nothing of it is ever changed. */
@Singleton
class AuditBook {
    private final AuditEntries entries;
    private final AuditTrail trail;
    private final AuditedPlaces places;

    AuditBook(AuditEntries entries, AuditTrail trail, AuditedPlaces places) {
        this.entries = entries;
        this.trail = trail;
        this.places = places;
    }

    /** What was done, the latest first, before the line with a number. */
    @Transactional
    List<AuditLine> lines(AuditFilter filter, long before, int atMost) {
        var found = entries.matching(filter, before, atMost);
        var schools = places.schoolsOf(found.stream().map(AuditEntry::subject).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> each.line(schools.getOrDefault(each.subject(), "")))
                .toList();
    }

    /** Every kind of act that was ever noted, in the order of the alphabet. */
    @Transactional
    List<String> acts(AuditReach reach) {
        return entries.acts(reach.schoolsOnly());
    }

    /** Notes that somebody has taken a copy. */
    @Transactional
    void noteCopy(StaffMember by, AuditFilter filter) {
        var own = filter.reach().scope();
        var which = filter.query() + (own.isProgramme() ? "" : "area=" + own.token());
        var all = filter.reach().schoolsOnly() ? "all of the schools" : "all of it";
        trail.write(by.name(), "took a copy of the audit", "audit", which.isEmpty() ? all : which, null);
    }
}
