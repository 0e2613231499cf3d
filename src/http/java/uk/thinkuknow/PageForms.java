package uk.thinkuknow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The forms of a page with what a browser would send: for tests that send every form of the product. */
final class PageForms {
    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile(
            "(?s)<input\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>|<textarea\\b([^>]*)>(.*?)</textarea>");
    private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");

    private PageForms() {}

    /** A form: where it goes, and its fields with their values. */
    record PageForm(String action, Map<String, String> fields) {
        PageForm with(String field, String value) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new PageForm(action, changed);
        }

        /** The same form with names and values changed. */
        PageForm each(UnaryOperator<String> change) {
            var changed = new LinkedHashMap<String, String>();
            fields.forEach((name, value) -> changed.put(change.apply(name), change.apply(value)));
            return new PageForm(action, changed);
        }

        int send(StaffBrowser user, StaffBrowser.Opened page) {
            var sent = fields.entrySet().stream()
                    .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                    .toArray(String[]::new);
            return user.send(page, action, sent).statusCode();
        }
    }

    /** The forms of a page. Of a choice the first value that is preferred is sent, or else the one that is chosen. */
    static List<PageForm> of(String page, Predicate<String> preferred) {
        var forms = new ArrayList<PageForm>();
        FORM.matcher(page).results().forEach(form -> {
            var fields = new LinkedHashMap<String, String>();
            FIELD.matcher(form.group(2)).results().forEach(field -> read(field, fields, preferred));
            fields.remove("csrf");
            forms.add(new PageForm(form.group(1).replace("&amp;", "&"), fields));
        });
        return forms;
    }

    private static void read(MatchResult field, Map<String, String> fields, Predicate<String> preferred) {
        if (field.group(1) != null) {
            var input = attributes(field.group(1));
            var value = input.getOrDefault("value", "");
            boolean choice = List.of("radio", "checkbox").contains(input.getOrDefault("type", ""));
            if (!choice || preferred.test(value) || field.group(1).contains(" checked")) {
                put(fields, input, value);
            } else if (input.containsKey("name")) {
                fields.putIfAbsent(input.get("name"), value);
            }
        } else if (field.group(2) != null) {
            put(fields, attributes(field.group(2)), chosen(field.group(3), preferred));
        } else {
            put(fields, attributes(field.group(4)), field.group(5));
        }
    }

    private static String chosen(String options, Predicate<String> preferred) {
        var chosen = "";
        for (var option : OPTION.matcher(options).results().toList()) {
            var value = attributes(option.group(1)).getOrDefault("value", "");
            if (preferred.test(value)) {
                return value;
            }
            chosen = chosen.isEmpty() || option.group(1).contains(" selected") ? value : chosen;
        }
        return chosen;
    }

    private static void put(Map<String, String> fields, Map<String, String> attributes, String value) {
        if (attributes.containsKey("name")) {
            fields.put(attributes.get("name"), value);
        }
    }

    private static Map<String, String> attributes(String tag) {
        var read = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results().forEach(each -> read.put(each.group(1), each.group(2)));
        return read;
    }
}
