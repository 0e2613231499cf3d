package uk.thinkuknow.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invented schools, people and targets, as {@code demo/demo.yaml} lists them. */
record DemoContents(
        List<RegionRow> regions,
        List<AuthorityRow> authorities,
        List<SchoolRow> schools,
        List<StaffRow> staff,
        List<PersonRow> people,
        List<TrainerRow> trainers,
        List<TargetRow> targets) {

    /** A region and its nation. */
    record RegionRow(String key, String nation, String name) {}

    /** A local authority and its region, and whether its autumn half term is a week before that of its nation. */
    record AuthorityRow(String key, String region, String name, boolean ownHalfTerm) {}

    /** A school with its teacher and classes. */
    record SchoolRow(
            String name,
            AddressRow address,
            RegisterRow register,
            String authority,
            @Nullable String trust,
            StaffRow teacher,
            List<ClassRow> classes) {}

    /** A school's address, with its place on the British National Grid in metres. */
    record AddressRow(String town, String postcode, int easting, int northing) {}

    /**
     * A school's entry in a national register, and whether it also teaches on Saturdays.
     *
     * @param kind a kind whose register leaves children out; null for all others
     */
    record RegisterRow(
            String phase,
            int roll,
            String meals,
            String rurality,
            @Nullable String kind,
            boolean saturdays) {}

    /**
     * A class. {@code age} is the age of most of its children on 1 September; an untouched class has no past sessions.
     */
    record ClassRow(
            String name,
            String band,
            int age,
            int cards,
            boolean untouched,
            @Nullable String group) {}

    /** An account, with the area it manages, if any. */
    record StaffRow(String username, String name, @Nullable String area) {}

    /** A member of a school's staff besides its teacher; {@code leads} is LEAD or DEPUTY. */
    record PersonRow(
            String username,
            String name,
            String school,
            boolean administrator,
            @Nullable String leads) {}

    /** A trainer; {@code home} and {@code kilometres} say where from and how far they travel. */
    record TrainerRow(
            String username,
            String name,
            String home,
            int kilometres,
            TeachesRow teaches,
            HoursRow hours,
            AccreditedRow accredited) {}

    /** The bands and languages that a trainer teaches. */
    record TeachesRow(List<String> bands, List<String> languages) {}

    /** The working hours of a trainer. */
    record HoursRow(String from, String to) {}

    /** An accreditation that started and ends so many days from today. */
    record AccreditedRow(
            int daysAgo, int endsInDays, @Nullable String suspended) {}

    /**
     * Target numbers by term or for the year. Fields that are left out mean children, a region, and all bands together.
     */
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
