package uk.thinkuknow.schools.members;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;

/** Repository of the appointments of safeguarding leads and deputies, and of each nation's titles for them. */
@Singleton
public class Leads implements PanacheRepository<Lead> {
    private final Clock clock;

    Leads(Clock clock) {
        this.clock = clock;
    }

    void begin(long schoolId, Lead.Rank rank, long staffId) {
        persist(new Lead(schoolId, rank, staffId, London.today(clock)));
    }

    void end(Lead lead) {
        lead.end(London.today(clock));
    }

    public Optional<Lead> of(long schoolId, Lead.Rank rank) {
        return find("where schoolId = ?1 and part = ?2 and validTo is null", schoolId, rank)
                .firstResultOptional();
    }

    public List<Lead> ofStaff(long staffId) {
        return list("where staffId = ?1 and validTo is null", staffId);
    }

    /** A nation's titles for the lead and the deputy. They are rows, so that they can change without a release. */
    public Titles titles(String nation) {
        return getSession()
                .createNativeQuery(
                        "select title, deputy_title from safeguarding_title where nation = ?1", Object[].class)
                .setParameter(1, nation)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Titles((String) row[0], (String) row[1]))
                .orElse(new Titles(Words.of("members.lead"), Words.of("members.deputy")));
    }

    /** The titles of the lead and the deputy, in lower case, for use inside a sentence. */
    public record Titles(String lead, String deputy) {}
}
