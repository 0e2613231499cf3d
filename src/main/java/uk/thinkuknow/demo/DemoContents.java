package uk.thinkuknow.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
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
            AddressRow address,
            RegisterRow register,
            String authority,
            @Nullable String trust,
            StaffRow teacher,
            List<ClassRow> classes) {}

    record AddressRow(String town, String postcode, int easting, int northing) {}

    /** What a national register says of a school. */
    record RegisterRow(String phase, int roll, String meals, String rurality) {}

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

    /** A trainer; home and kilometres say how far she travels. */
    record TrainerRow(
            String username,
            String name,
            String home,
            int kilometres,
            TeachesRow teaches,
            HoursRow hours,
            AccreditedRow accredited) {}

    record TeachesRow(List<String> bands, List<String> languages) {}

    record HoursRow(String from, String to) {}

    /** An accreditation that began and ends so many days from today. */
    record AccreditedRow(
            int daysAgo, int endsInDays, @Nullable String suspended) {}

    /** Numbers by term, or of the year; what is not said is: children, of a region, all together. */
    record TargetRow(
            @Nullable String measure,
            @Nullable String kind,
            String area,
            @Nullable String slice,
            Map<String, Integer> numbers) {}

    static DemoContents read() {
        try (var file = DemoContents.class.getResourceAsStream("/demo/demo.yaml")) {
            return new YAMLMapper().readValue(file, DemoContents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
