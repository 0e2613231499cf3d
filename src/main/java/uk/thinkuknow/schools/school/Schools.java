package uk.thinkuknow.schools.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;

/** Repository of schools, their areas, identifiers and facts, and of regions and authorities. */
@Singleton
class Schools implements PanacheRepository<School> {
    Optional<School> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** The area of a school on a day. */
    Optional<Area> areaOf(long schoolId, LocalDate day) {
        return getSession()
                .createNativeQuery("""
                        select a.authority_key, a.name, r.region_key, r.name, r.nation
                        from school_area sa join authority a using (authority_key) join region r using (region_key)
                        where sa.school_id = ?1 and sa.valid_from <= ?2 and (sa.valid_to is null or sa.valid_to >= ?2)""", Object[].class)
                .setParameter(1, schoolId)
                .setParameter(2, day)
                .getResultList()
                .stream()
                .findFirst()
                .map(row ->
                        new Area((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]));
    }

    Optional<String> regionName(String key) {
        return getSession()
                .createNativeQuery("select name from region where region_key = ?1", String.class)
                .setParameter(1, key)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The keys of all nations. */
    Set<String> nations() {
        return new TreeSet<>(getSession()
                .createNativeQuery("select distinct r.nation from region r", String.class)
                .getResultList());
    }

    /** The names of all nations, regions and authorities by token, such as "region r1". */
    Map<String, String> areas() {
        var areas = new LinkedHashMap<String, String>();
        nations().forEach(key -> areas.put("nation " + key, Nations.name(key)));
        regions().forEach(row -> areas.put("region " + row[0], (String) row[1]));
        authorities().forEach(row -> areas.put("authority " + row[0], (String) row[1]));
        return areas;
    }

    String nameOf(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> Words.of("school.wholeProgramme");
            case NATION -> Nations.name(scope.key());
            case REGION -> regionName(scope.key()).orElse(scope.key());
            case AUTHORITY -> nameOfAuthority(scope.key()).orElse(scope.key());
        };
    }

    private Optional<String> nameOfAuthority(String key) {
        return getSession()
                .createNativeQuery("select name from authority where authority_key = ?1", String.class)
                .setParameter(1, key)
                .getResultList()
                .stream()
                .findFirst();
    }

    Set<String> regionsOf(String nation) {
        return new TreeSet<>(getSession()
                .createNativeQuery("select region_key from region where nation = ?1", String.class)
                .setParameter(1, nation)
                .getResultList());
    }

    /** The key and name of each authority, sorted by name. */
    List<Object[]> authorities() {
        return getSession()
                .createNativeQuery(
                        "select authority_key, name from authority order by name, authority_key", Object[].class)
                .getResultList();
    }

    void addRegion(String key, String nation, String name) {
        Sql.run(
                getEntityManager(),
                "insert into region (region_key, nation, name) values (?1, ?2, ?3)",
                key,
                nation,
                name);
    }

    void addAuthority(String key, String regionKey, String name) {
        Sql.run(
                getEntityManager(),
                "insert into authority (authority_key, region_key, name) values (?1, ?2, ?3)",
                key,
                regionKey,
                name);
    }

    void addArea(long schoolId, String authorityKey, LocalDate from) {
        Sql.run(
                getEntityManager(),
                "insert into school_area (school_id, authority_key, valid_from) values (?1, ?2, ?3)",
                schoolId,
                authorityKey,
                from);
    }

    void describe(long schoolId, String fact, String value, LocalDate from) {
        Sql.run(
                getEntityManager(),
                "insert into school_fact (school_id, fact, value, valid_from) values (?1, ?2, ?3, ?4)",
                schoolId,
                fact,
                value,
                from);
    }

    void addUrn(long schoolId, String urn, LocalDate from) {
        Sql.run(
                getEntityManager(),
                "insert into school_identifier (school_id, scheme, value, is_key, valid_from) values (?1, 'urn', ?2, 1, ?3)",
                schoolId,
                urn,
                from);
    }

    /** Increments the change counter of the register, so that in-memory copies reload. */
    void noteChange() {
        Sql.run(getEntityManager(), "update school_register set changes = changes + 1");
    }

    /** The position of a school, if known. */
    Optional<GridPlace> placeOf(long schoolId) {
        return getSession()
                .createNativeQuery(
                        "select easting, northing from school where id = ?1 and easting is not null and northing is not null",
                        Object[].class)
                .setParameter(1, schoolId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new GridPlace(((Number) row[0]).intValue(), ((Number) row[1]).intValue()));
    }

    void putAt(long schoolId, GridPlace place) {
        Sql.run(
                getEntityManager(),
                "update school set easting = ?2, northing = ?3 where id = ?1",
                schoolId,
                place.easting(),
                place.northing());
    }

    /** The average position of the schools whose postcode is in a district. */
    Optional<NearbyPlace> middleOfDistrict(String outwardCode, LocalDate day) {
        return middle(outwardCode, "where s.postcode like concat(?1, ' %')", outwardCode, day);
    }

    /** The average position of the schools of a town. */
    Optional<NearbyPlace> middleOfTown(String town, LocalDate day) {
        return middle(town, "where s.town = ?1", town, day);
    }

    private Optional<NearbyPlace> middle(String name, String which, String value, LocalDate day) {
        var byRegion = getSession()
                .createNativeQuery("""
                        select a.region_key, count(*), sum(s.easting), sum(s.northing), min(s.town)
                        from school s
                          join school_area sa on sa.school_id = s.id
                            and sa.valid_from <= ?2 and (sa.valid_to is null or sa.valid_to >= ?2)
                          join authority a using (authority_key)
                        %s and s.easting is not null and s.northing is not null
                        group by a.region_key order by 2 desc""".formatted(which), Object[].class)
                .setParameter(1, value)
                .setParameter(2, day)
                .getResultList();
        long schools = 0;
        double east = 0;
        double north = 0;
        for (var row : byRegion) {
            schools += ((Number) row[1]).longValue();
            east += ((Number) row[2]).doubleValue();
            north += ((Number) row[3]).doubleValue();
        }
        if (schools == 0) {
            return Optional.empty();
        }
        var place = new GridPlace((int) Math.round(east / schools), (int) Math.round(north / schools));
        var first = byRegion.getFirst();
        var called = name.equalsIgnoreCase((String) first[4]) ? (String) first[4] : name;
        return Optional.of(new NearbyPlace(called, place, (String) first[0], (int) schools));
    }

    List<Object[]> regions() {
        return getSession()
                .createNativeQuery("select region_key, name from region order by name", Object[].class)
                .getResultList();
    }
}
