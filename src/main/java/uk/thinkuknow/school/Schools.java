package uk.thinkuknow.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import uk.thinkuknow.shared.PublicId;

@Singleton
class Schools implements PanacheRepository<School> {
    Optional<School> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** The area in which a school lies on a day. */
    Optional<Area> areaOf(long schoolId, LocalDate day) {
        return getSession()
                .createNativeQuery("""
                        select a.authority_key, a.name, r.region_key, r.name, r.nation
                        from school_area sa join authority a using (authority_key) join region r using (region_key)
                        where sa.school_id = ?1 and sa.valid_from <= ?2 and (sa.valid_to is null or sa.valid_to >= ?2)""", Object[].class)
                .setParameter(1, schoolId)
                .setParameter(2, day)
                .getResultStream()
                .findFirst()
                .map(row ->
                        new Area((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]));
    }

    Optional<String> regionName(String key) {
        return getSession()
                .createNativeQuery("select name from region where region_key = ?1", String.class)
                .setParameter(1, key)
                .getResultStream()
                .findFirst();
    }

    void addRegion(String key, String nation, String name) {
        run("insert into region (region_key, nation, name) values (?1, ?2, ?3)", key, nation, name);
    }

    void addAuthority(String key, String regionKey, String name) {
        run("insert into authority (authority_key, region_key, name) values (?1, ?2, ?3)", key, regionKey, name);
    }

    void addArea(long schoolId, String authorityKey, LocalDate from) {
        run(
                "insert into school_area (school_id, authority_key, valid_from) values (?1, ?2, ?3)",
                schoolId,
                authorityKey,
                from);
    }

    private void run(String sql, Object... values) {
        var query = getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
