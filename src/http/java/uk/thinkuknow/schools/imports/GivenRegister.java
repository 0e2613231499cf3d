package uk.thinkuknow.schools.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Writes a small file of schools for a test, in the format of GIAS, with random URNs that no other test has. */
public final class GivenRegister {
    public static final Charset WINDOWS = Charset.forName("windows-1252");
    static final List<String> HEADINGS = List.of(
            "URN",
            "LA (code)",
            "LA (name)",
            "EstablishmentNumber",
            "EstablishmentName",
            "TypeOfEstablishment (name)",
            "EstablishmentStatus (code)",
            "OpenDate",
            "CloseDate",
            "PhaseOfEducation (code)",
            "StatutoryLowAge",
            "StatutoryHighAge",
            "NumberOfPupils",
            "PercentageFSM",
            "Trusts (name)",
            "UKPRN",
            "Street",
            "Town",
            "Postcode",
            "GOR (name)",
            "ParliamentaryConstituency (name)",
            "UrbanRural (name)",
            "Easting",
            "Northing");

    private final int first = ThreadLocalRandom.current().nextInt(10_000_000, 2_000_000_000);
    private final List<Map<String, String>> schools = new ArrayList<>();
    private List<String> headings = HEADINGS;
    private String separator = ",";
    private Charset charset = WINDOWS;
    private String before = "";

    /** A register of this many open primary schools in one authority. */
    public static GivenRegister of(int schools) {
        var register = new GivenRegister();
        for (int i = 0; i < schools; i++) {
            register.schools.add(register.school(i));
        }
        return register;
    }

    private Map<String, String> school(int i) {
        var row = new LinkedHashMap<String, String>();
        HEADINGS.forEach(heading -> row.put(heading, ""));
        row.put("URN", urn(i));
        row.put("LA (code)", "9" + first);
        row.put("LA (name)", "Authority " + first);
        row.put("EstablishmentNumber", "" + (2000 + i));
        row.put("EstablishmentName", "Given School " + first + " " + i);
        row.put("TypeOfEstablishment (name)", "Community school");
        row.put("EstablishmentStatus (code)", "1");
        row.put("OpenDate", "01-09-1990");
        row.put("PhaseOfEducation (code)", "2");
        row.put("StatutoryLowAge", "4");
        row.put("StatutoryHighAge", "11");
        row.put("NumberOfPupils", "210");
        row.put("PercentageFSM", "12.5");
        row.put("Town", "Givenham");
        row.put("Postcode", "GV1 1GV");
        row.put("GOR (name)", "Region " + first);
        row.put("UrbanRural (name)", "Rural village");
        return row;
    }

    public String urn(int i) {
        return "" + (first + i);
    }

    /**
     * Sets a field of one school.
     *
     * @param i its index
     */
    public GivenRegister with(int i, String heading, String value) {
        schools.get(i).put(heading, value);
        return this;
    }

    GivenRegister without(String heading) {
        headings = headings.stream().filter(each -> !each.equals(heading)).toList();
        return this;
    }

    GivenRegister asUtf8WithSemicolons() {
        separator = ";";
        charset = java.nio.charset.StandardCharsets.UTF_8;
        before = "\uFEFF";
        return this;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(before + line(headings));
        schools.forEach(row -> lines.add(line(
                headings.stream().map(heading -> row.getOrDefault(heading, "")).toList())));
        return lines;
    }

    public ImportService.GivenFile file() {
        return file("extract.csv", lines());
    }

    /** A file with these lines, valid or not. */
    ImportService.GivenFile file(String name, List<String> lines) {
        return write(name, (String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    /** The links file: pairs of predecessor and successor, each by its index. */
    public ImportService.GivenFile links(int... pairs) {
        var lines = new ArrayList<String>();
        lines.add("\"URN\",\"LinkURN\",\"LinkName\",\"LinkType\",\"LinkEstablishedDate\"");
        for (int i = 0; i < pairs.length; i += 2) {
            lines.add("%s,%s,\"Name\",\"Successor\",\"01-01-2026\"".formatted(urn(pairs[i]), urn(pairs[i + 1])));
        }
        return file("links.csv", lines);
    }

    public static ImportService.GivenFile write(String name, byte[] bytes) {
        try {
            var path = Files.createTempFile("register", ".csv");
            path.toFile().deleteOnExit();
            Files.write(path, bytes);
            return new ImportService.GivenFile(path, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(separator));
    }
}
