package uk.thinkuknow.schools.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A school: its name, town, postcode, phase and roll (number of pupils). Its areas are dated rows of another table. */
@Entity
@Table(name = "school")
class School {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String name;
    private String town;
    private String postcode;
    private String phase;
    private @Nullable Integer roll;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    School() {}

    School(PublicId publicId, NewSchool facts) {
        this.publicId = publicId.value();
        this.name = facts.name();
        this.town = facts.town();
        this.postcode = facts.postcode();
        this.phase = facts.phase();
        this.roll = facts.roll();
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    SchoolFacts facts(Area area) {
        return new SchoolFacts(id(), new PublicId(publicId), name, town, postcode, phase, roll, area);
    }
}
