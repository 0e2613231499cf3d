package uk.thinkuknow.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A library of the product, as the list of scripts/sbom (CycloneDX) has it.
 *
 * @param name its Maven coordinates, group:artifact
 * @param licences its licences, by SPDX id or by name; it may be used under any of them
 */
record Library(String name, String version, Set<String> licences) {
    /** All libraries of a list. */
    static List<Library> in(Path list) throws IOException {
        var all = new ArrayList<Library>();
        for (var component : new ObjectMapper().readTree(list.toFile()).path("components")) {
            all.add(new Library(
                    component.path("group").asText() + ":"
                            + component.path("name").asText(),
                    component.path("version").asText(),
                    licences(component)));
        }
        return all;
    }

    private static Set<String> licences(JsonNode component) {
        var licences = new TreeSet<String>();
        for (var each : component.path("licenses")) {
            for (var at : List.of("/license/id", "/license/name", "/expression")) {
                var text = each.at(at).asText();
                if (!text.isBlank()) {
                    licences.add(text);
                }
            }
        }
        return licences;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
