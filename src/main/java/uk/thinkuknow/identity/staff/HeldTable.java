package uk.thinkuknow.identity.staff;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database table as {@code data.yaml} describes it: whose data it holds, how long, and which columns concern a member
 * of staff.
 *
 * @param owner the only package that writes it
 * @param rule the key of the retention rule that deletes its rows; empty if {@code kept} says how long they are kept
 * @param since the time of those words; null where they reason nothing, so that it does not matter
 * @param plain text columns in which no member of staff is named
 */
public record HeldTable(
        Kind kind,
        String owner,
        String what,
        @Nullable String rule,
        @Nullable String kept,
        @Nullable List<String> names,
        @Nullable List<String> usernames,
        @Nullable List<String> emails,
        @Nullable List<String> words,
        @Nullable String since,
        @Nullable List<String> plain) {

    /** Every table by its name, in the order of the file. */
    public static final Map<String, HeldTable> ALL = read();

    /** Whose data a table holds, or its purpose. */
    public enum Kind {
        child,
        counting,
        staff,
        school,
        content,
        technical
    }

    /** The columns with a staff member's name, user name or email address, or with words that may mention them. */
    public Stream<String> columnsOfStaff() {
        return Stream.of(names, usernames, emails, words).flatMap(HeldTable::each);
    }

    static Stream<String> each(@Nullable List<String> columns) {
        return columns == null ? Stream.empty() : columns.stream();
    }

    private static Map<String, HeldTable> read() {
        try (var file = HeldTable.class.getResourceAsStream("/data.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<LinkedHashMap<String, HeldTable>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
