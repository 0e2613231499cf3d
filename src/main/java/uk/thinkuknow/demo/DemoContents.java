package uk.thinkuknow.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code demo/demo.yaml} says. */
record DemoContents(
        List<RegionRow> regions,
        List<AuthorityRow> authorities,
        List<SchoolRow> schools,
        List<StaffRow> staff,
        List<PersonRow> people,
        List<TrainerRow> trainers,
        List<TargetRow> targets) {

    record RegionRow(String key, String nation, String name) {}

    record AuthorityRow(String key, String region, String name) {}

    record SchoolRow(
            String name,
            String town,
            String postcode,
            String phase,
            int roll,
            String authority,
            @Nullable String trust,
            int easting,
            int northing,
            String meals,
            String rurality,
            StaffRow teacher,
            List<ClassRow> classes) {}

    /** A class; {@code age} is the age most of its children have on 1 September, and one that is untouched has no past. */
    record ClassRow(
            String name,
            String band,
            int age,
            int cards,
            boolean untouched,
            @Nullable String group) {}

    record StaffRow(String username, String name, @Nullable String area) {}

    /** Somebody at a school beside its teacher; leads is LEAD or DEPUTY. */
    record PersonRow(
            String username,
            String name,
            String school,
            boolean administrator,
            @Nullable String leads) {}

    /** A trainer; her accreditation began and ends so many days from today. */
    record TrainerRow(
            String username,
            String name,
            String home,
            int kilometres,
            List<String> bands,
            List<String> languages,
            String from,
            String to,
            int accreditedDaysAgo,
            int endsInDays,
            @Nullable String suspended) {}

    /** What is not said is: children, of a region, all together. */
    record TargetRow(
            @Nullable String measure,
            @Nullable String kind,
            String area,
            @Nullable String slice,
            @Nullable Integer autumn,
            @Nullable Integer spring,
            @Nullable Integer summer,
            @Nullable Integer year) {}

    static DemoContents read() {
        try (var file = DemoContents.class.getResourceAsStream("/demo/demo.yaml")) {
            return new YAMLMapper().readValue(file, DemoContents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
