package uk.thinkuknow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which school or region an account of Keycloak's belongs to. */
@Entity
@Table(name = "staff")
class Staff {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String username;

    @Column(nullable = false)
    private String name;

    @Column(name = "school_id")
    private @Nullable Long schoolId;

    @Column(name = "region_key")
    private @Nullable String regionKey;

    @SuppressWarnings("NullAway.Init")
    Staff() {}

    Staff(String username, String name, @Nullable Long schoolId, @Nullable String regionKey) {
        this.username = username;
        this.name = name;
        this.schoolId = schoolId;
        this.regionKey = regionKey;
    }

    long id() {
        return java.util.Objects.requireNonNull(id);
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    @Nullable
    Long schoolId() {
        return schoolId;
    }

    @Nullable
    String regionKey() {
        return regionKey;
    }
}
