package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;

/**
 * Stores the email domains of each school's staff. A verified address at one of them supports a claim to work at the
 * school.
 */
@Singleton
public class SchoolDomains {
    private static final int AT_MOST = 10;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,120}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    /** Domains where anyone can get an address, so that an address there does not show where a person works. */
    private static final Set<String> ANYBODYS = Set.of("""
            gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com
            yahoo.com yahoo.co.uk icloud.com me.com mac.com aol.com btinternet.com sky.com talktalk.net
            virginmedia.com proton.me protonmail.com gmx.com gmx.co.uk mail.com zoho.com sch.uk co.uk org.uk
            ac.uk gov.uk""".split("\\s+"));

    private final EntityManager database;

    SchoolDomains(EntityManager database) {
        this.database = database;
    }

    public List<String> of(long schoolId) {
        return database.createNativeQuery(
                        "select domain from school_domain where school_id = ?1 order by domain", String.class)
                .setParameter(1, schoolId)
                .getResultList();
    }

    /**
     * Returns whether an address is at one of the school's domains. A subdomain does not count: it may be for pupils.
     */
    public boolean has(long schoolId, @Nullable String address) {
        return domainOf(address).filter(of(schoolId)::contains).isPresent();
    }

    /**
     * Adds a domain.
     *
     * @param typed "oakfield.example", "@oakfield.example" or a whole address
     * @return the domain, in lower case
     * @throws Refused if it is not a domain, is one where anyone can get an address, is already listed, or the school
     *     has ten
     */
    public String add(long schoolId, String typed) {
        var domain = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*@", "");
        if (!DOMAIN.matcher(domain).matches()) {
            throw new Refused("school.domainMissing");
        }
        if (ANYBODYS.contains(domain)) {
            throw new Refused("school.domainForAnybody", domain);
        }
        var known = of(schoolId);
        if (known.contains(domain)) {
            throw new Refused("school.domainKnown", domain);
        }
        if (known.size() >= AT_MOST) {
            throw new Refused("school.domainsFull", AT_MOST);
        }
        database.createNativeQuery("insert into school_domain (school_id, domain) values (?1, ?2)")
                .setParameter(1, schoolId)
                .setParameter(2, domain)
                .executeUpdate();
        return domain;
    }

    /**
     * Copies the domains of closed schools to their successors.
     *
     * @param successors the id of the successor, by the id of the closed school
     */
    public void copy(Map<Long, Long> successors) {
        database
                .unwrap(Session.class)
                .createNativeQuery("select distinct school_id from school_domain", Long.class)
                .getResultList()
                .stream()
                .filter(successors::containsKey)
                .toList()
                .forEach(from -> database.createNativeQuery(
                                "insert ignore into school_domain (school_id, domain) select ?2, domain from school_domain where school_id = ?1")
                        .setParameter(1, from)
                        .setParameter(2, successors.get(from))
                        .executeUpdate());
    }

    /** @return whether the school had this domain */
    public boolean remove(long schoolId, String domain) {
        return database.createNativeQuery("delete from school_domain where school_id = ?1 and domain = ?2")
                        .setParameter(1, schoolId)
                        .setParameter(2, domain)
                        .executeUpdate()
                > 0;
    }

    private static Optional<String> domainOf(@Nullable String address) {
        return address == null || address.lastIndexOf('@') < 0
                ? Optional.empty()
                : Optional.of(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
