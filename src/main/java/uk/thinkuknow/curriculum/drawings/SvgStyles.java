package uk.thinkuknow.curriculum.drawings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Words;

/**
 * Turns the style sheets and {@code style} attributes of an uploaded drawing into plain attributes such as
 * {@code fill}, which {@link SafeSvg} checks.
 */
final class SvgStyles {
    private static final Pattern CLASS = Pattern.compile("\\.[A-Za-z_][\\w-]*");
    private static final Pattern LOOKS =
            Pattern.compile("fill(-\\w+)?|stroke(-\\w+)?|stop-\\w+|font-\\w+|clip-(path|rule)|"
                    + "mask|opacity|color|text-anchor|dominant-baseline|display|visibility");
    private static final Pattern AS_EVER = Pattern.compile("none|normal|auto|inline|visible|inherit");

    private final Map<String, Map<String, String>> ofClass = new LinkedHashMap<>();
    private final Set<String> leftOut;

    private SvgStyles(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /**
     * Reads all style sheets in a drawing.
     *
     * @param leftOut receives, in words, the style rules that are dropped
     */
    static SvgStyles of(SvgNode.Part root, Set<String> leftOut) {
        var styles = new SvgStyles(leftOut);
        styles.collect(root);
        return styles;
    }

    /**
     * Returns the attributes of an element with its styles applied: {@code style} overrides classes, and these override
     * attributes.
     */
    Map<String, String> settings(SvgNode.Part part) {
        var all = new LinkedHashMap<>(part.settings());
        var classes = all.remove("class");
        var style = all.remove("style");
        if (classes != null) {
            for (var name : classes.strip().split("\\s+")) {
                all.putAll(ofClass.getOrDefault(name, Map.of()));
            }
        }
        if (style != null) {
            all.putAll(declared(style));
        }
        return all;
    }

    private void collect(SvgNode.Part part) {
        if (part.name().equals("style")) {
            sheet(withoutComments(part.text()));
        }
        part.parts().forEach(this::collect);
    }

    private void sheet(String sheet) {
        if (sheet.contains("@") || SafeSvg.POINTS_ELSEWHERE.matcher(sheet).find()) {
            leftOut.add(Words.of("drawings.aStyleSheetThatBrings"));
            return;
        }
        for (var rule : sheet.split("}")) {
            int brace = rule.indexOf('{');
            if (brace < 0) {
                continue;
            }
            var looks = declared(rule.substring(brace + 1));
            for (var selector : rule.substring(0, brace).split(",")) {
                if (CLASS.matcher(selector.strip()).matches()) {
                    ofClass.computeIfAbsent(selector.strip().substring(1), name -> new LinkedHashMap<>())
                            .putAll(looks);
                } else {
                    leftOut.add(Words.of("drawings.aPartOfItsStyle", SafeSvg.shortened(selector.strip())));
                }
            }
        }
    }

    private Map<String, String> declared(String style) {
        var looks = new LinkedHashMap<String, String>();
        for (var one : style.split(";")) {
            int colon = one.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var name = one.substring(0, colon).strip();
            var value = one.substring(colon + 1).replace("!important", "").strip();
            if (LOOKS.matcher(name).matches()) {
                looks.put(name, value);
            } else if (!AS_EVER.matcher(value).matches()) {
                leftOut.add(
                        SafeSvg.POINTS_ELSEWHERE.matcher(value).find() ? SvgCleaner.ELSEWHERE : SvgCleaner.NOT_NEEDED);
            }
        }
        return looks;
    }

    private static String withoutComments(String sheet) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < sheet.length()) {
            int from = sheet.indexOf("/*", at);
            kept.append(sheet, at, from < 0 ? sheet.length() : from);
            int to = from < 0 ? -1 : sheet.indexOf("*/", from + 2);
            at = to < 0 ? sheet.length() : to + 2;
        }
        return kept.toString();
    }
}
