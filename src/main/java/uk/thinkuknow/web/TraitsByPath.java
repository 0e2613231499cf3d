package uk.thinkuknow.web;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the {@link PathTraits} of a request path; the longest matching path wins. */
@Singleton
class TraitsByPath {
    private static final Found NONE = new Found(Importance.STAFF, 0, Set.of());

    /** Paths without parameters. Children's calls are found here, which is cheaper than patterns. */
    private final Map<String, Found> literal = new HashMap<>();

    private final List<Entry> patterns;

    /** The traits of a path. */
    record Found(Importance importance, int megabytes, Set<PathTraits.Trait> traits) {
        private static Found of(PathTraits traits) {
            return new Found(traits.importance(), traits.megabytes(), Set.of(traits.value()));
        }

        boolean has(PathTraits.Trait trait) {
            return traits.contains(trait);
        }
    }

    /** A path pattern and its traits. */
    private record Entry(Pattern path, Found found) {}

    TraitsByPath(BeanManager beans) {
        var templates = new TreeMap<String, Found>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        BeanClasses.of(beans).forEach(type -> read(type, templates));
        patterns = templates.entrySet().stream()
                .map(each ->
                        new Entry(Pattern.compile(each.getKey().replaceAll("\\{[^{}]*}", "[^/]+")), each.getValue()))
                .toList();
    }

    Found of(String path) {
        var found = literal.get(path);
        return found != null
                ? found
                : patterns.stream()
                        .filter(each -> each.path().matcher(path).matches())
                        .map(Entry::found)
                        .findFirst()
                        .orElse(NONE);
    }

    private void read(Class<?> type, Map<String, Found> templates) {
        var root = path(type);
        var onClass = type.getAnnotation(PathTraits.class);
        for (var method : type.getDeclaredMethods()) {
            var path = root + path(method);
            var onMethod = method.getAnnotation(PathTraits.class);
            if (onMethod != null && onMethod.paths().length > 0) {
                put(onMethod, templates);
            } else if (onMethod != null) {
                (path.contains("{") ? templates : literal).put(path, Found.of(onMethod));
            } else if (onClass != null && !path.equals(root)) {
                literal.putIfAbsent(path, Found.of(onClass));
            }
        }
        if (onClass == null) {
            return;
        }
        var found = Found.of(onClass);
        put(onClass, templates);
        if (onClass.paths().length == 0) {
            literal.putIfAbsent(root.isEmpty() ? "/" : root, found);
            if (!root.isEmpty()) {
                templates.put(root + "(/.*)?", found);
            }
        }
    }

    private void put(PathTraits traits, Map<String, Found> templates) {
        for (var path : traits.paths()) {
            if (path.endsWith("/")) {
                templates.put(path + ".*", Found.of(traits));
            } else {
                literal.put(path, Found.of(traits));
            }
        }
    }

    /** The path with a slash in front and none at the end; empty for the root. */
    private static String path(AnnotatedElement element) {
        @Nullable Path path = element.getAnnotation(Path.class);
        var inside = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return inside.isEmpty() ? "" : "/" + inside;
    }
}
