package uk.thinkuknow.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a URL asks of a {@link DataTable}: {@code sort=name} or {@code sort=-name}, {@code words}, {@code page} and the
 * columns to {@code hide}; other parameters of the page are kept in its links.
 */
public record TableQuery(String path, Map<String, List<String>> parameters) {
    private static final int LONGEST = 120;

    public static TableQuery of(UriInfo uri) {
        return of(uri.getPath(), uri.getQueryParameters());
    }

    static TableQuery of(String path, MultivaluedMap<String, String> parameters) {
        return new TableQuery(path.startsWith("/") ? path : "/" + path, new TreeMap<>(parameters));
    }

    /** The key of the column to sort by; "" for the order the rows come in. */
    String sort() {
        return first("sort").replaceFirst("^-", "");
    }

    boolean descending() {
        return first("sort").startsWith("-");
    }

    /** The words that a row must have, at most 120 characters; a table looks for the first eight. */
    String words() {
        var words = first("words").strip();
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    /** The page from 1; 1 if it is no number. */
    int page() {
        return first("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(first("page")) : 1;
    }

    Collection<String> hidden() {
        return parameters.getOrDefault("hide", List.of());
    }

    /** The address with one parameter changed; without it if the value is empty. */
    String with(String name, String value) {
        var changed = new TreeMap<>(parameters);
        changed.remove("page"); // another order or filter begins at the first
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value));
        }
        return address(path, changed);
    }

    /** The address below the page that exports what is shown, on all pages. */
    String below(String name) {
        var all = new TreeMap<>(parameters);
        all.remove("page");
        return address(path + name, all);
    }

    /** The parameters that a form has to send again, besides those it asks for itself. */
    List<Parameter> others(String... asked) {
        var own = List.of(asked);
        return parameters.entrySet().stream()
                .filter(each -> !own.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream().map(value -> new Parameter(each.getKey(), value)))
                .toList();
    }

    /** A parameter of the URL. */
    record Parameter(String name, String value) {}

    private static String address(String path, Map<String, List<String>> changed) {
        var query = changed.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String first(String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : Objects.requireNonNullElse(values.getFirst(), "");
    }
}
