package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The regions and authorities, by name. */
@Singleton
class Areas {
    private static final Map<String, String> NATIONS = Map.of(
            "england", "England", "northern-ireland", "Northern Ireland", "scotland", "Scotland", "wales", "Wales");

    private final DataSource database;

    Areas(DataSource database) {
        this.database = database;
    }

    /** A region of a nation; Scotland, Wales and Northern Ireland have at least one each. */
    record Region(String key, String nation, String name) {}

    /** Nation by nation, by name. */
    List<Region> regions() {
        return Rows.of(
                database,
                "SELECT region_key, nation, name FROM region ORDER BY nation, name",
                List.of(),
                row -> new Region(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** An authority of a region. */
    record Authority(String key, String region, String name) {}

    Map<String, Authority> authorities() {
        var all = new HashMap<String, Authority>();
        Rows.of(
                database,
                "SELECT authority_key, region_key, name FROM authority",
                List.of(),
                row -> all.put(row.getString(1), new Authority(row.getString(1), row.getString(2), row.getString(3))));
        return all;
    }

    static String nation(String key) {
        return NATIONS.getOrDefault(key, key);
    }
}
