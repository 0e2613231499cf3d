package uk.thinkuknow.curriculum.drawings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.drawings.SvgNode.Part;
import uk.thinkuknow.curriculum.drawings.SvgNode.SvgText;

/**
 * Rewrites an uploaded SVG with only the elements and attributes that {@link SafeSvg} allows, and lists what it
 * removed, in words.
 */
public final class SvgCleaner {
    static final String ELSEWHERE = Words.of("drawings.somethingThatPointsElsewhere");
    static final String NOT_NEEDED = Words.of("drawings.settingsThatAPlainDrawing");
    private static final Set<String> SPEAKS = Set.of("text", "tspan", "title", "desc");
    private static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");
    private static final Set<String> OF_ANY_GRADIENT = Set.of("gradientUnits", "gradientTransform", "spreadMethod");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,5}(\\.\\d{1,6})?(px)?");
    private static final int MOST_GRADIENTS = 5;

    private final Set<String> leftOut;
    private final SvgStyles styles;
    private final Map<String, Part> gradients = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private SvgCleaner(Set<String> leftOut, SvgStyles styles) {
        this.leftOut = leftOut;
        this.styles = styles;
    }

    /**
     * A cleaned drawing.
     *
     * @param leftOut the removed parts in words, such as "a script"
     */
    public record Cleaned(byte[] content, List<String> leftOut) {}

    /**
     * Cleans an uploaded drawing.
     *
     * @throws Refused if it is no SVG, or is still too large or not allowed after cleaning; the message continues a
     *     sentence that begins with the file's name
     */
    public static Cleaned of(byte[] bytes) {
        var leftOut = new TreeSet<String>();
        var root = SvgNode.read(bytes, leftOut);
        var cleaning = new SvgCleaner(leftOut, SvgStyles.of(root, leftOut));
        cleaning.collect(root);
        cleaning.write(root, "", false);
        var content = cleaning.out.toString().getBytes(StandardCharsets.UTF_8);
        // The output must pass the same check as every drawing, in case the cleaning above missed something.
        for (var problem : SafeSvg.problems(content)) {
            throw new Refused("drawings.asSentence", problem.words());
        }
        if (content.length > SafeSvg.LARGEST) {
            throw new Refused("drawings.isADrawingOfKb", content.length / 1024, SafeSvg.LARGEST / 1024);
        }
        return new Cleaned(content, List.copyOf(leftOut));
    }

    private void collect(Part part) {
        if (GRADIENTS.contains(part.name())) {
            gradients.putIfAbsent(part.settings().getOrDefault("id", ""), part);
        }
        part.parts().forEach(this::collect);
    }

    /** @param masked whether the part is inside a mask; a mask inside a mask can slow a browser down without limit */
    private void write(Part part, String parent, boolean masked) {
        var name = part.name();
        if (name.equals("a") || name.equals("switch")) {
            if (name.equals("a")) {
                leftOut.add("a link");
            }
            name = SPEAKS.contains(parent) ? "tspan" : "g";
        }
        if (!SafeSvg.ELEMENTS.contains(name)) {
            if (!name.equals("style")) {
                leftOut.add(words(name));
            }
            return;
        }
        var settings = styles.settings(part);
        if ("none".equals(settings.get("display")) || "hidden".equals(settings.get("visibility"))) {
            leftOut.add(Words.of("drawings.aHiddenPart"));
            return;
        }
        var inside = GRADIENTS.contains(name) ? resolved(part, settings) : part.inside();
        if (parent.isEmpty()) {
            addViewBox(settings);
        }
        boolean inMask = masked || name.equals("mask") || name.equals("clipPath");
        out.append('<').append(name).append(parent.isEmpty() ? " xmlns=\"" + SafeSvg.SVG + "\"" : "");
        settings.forEach((setting, value) -> set(setting, value, inMask));
        out.append('>');
        for (var node : inside) {
            switch (node) {
                case Part inner -> write(inner, name, inMask);
                case SvgText words -> out.append(SPEAKS.contains(name) ? escaped(words.text()) : "");
            }
        }
        out.append("</").append(name).append('>');
        if (out.length() > SvgNode.LARGEST) {
            throw new Refused("drawings.isLargerThanItSeems");
        }
    }

    private void set(String name, String value, boolean inMask) {
        if (inMask && (name.equals("mask") || name.equals("clip-path"))) {
            leftOut.add(Words.of("drawings.aMaskInsideAMask"));
        } else if (name.startsWith("on")) {
            leftOut.add(Words.of("drawings.somethingThatWouldRunWhen", SafeSvg.shortened(name)));
        } else if (name.equals("href")
                || SafeSvg.POINTS_ELSEWHERE.matcher(value).find()) {
            leftOut.add(ELSEWHERE);
        } else if (SafeSvg.ATTRIBUTES.contains(name)) {
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        } else if (!name.contains(":") && !name.equals("display") && !name.equals("visibility")) {
            leftOut.add(NOT_NEEDED);
        }
    }

    /** Adds a viewBox made from width and height, so that a drawing without one is shown whole. */
    private static void addViewBox(Map<String, String> settings) {
        var width = settings.getOrDefault("width", "");
        var height = settings.getOrDefault("height", "");
        if (!settings.containsKey("viewBox")
                && LENGTH.matcher(width).matches()
                && LENGTH.matcher(height).matches()) {
            settings.put("viewBox", "0 0 " + width.replace("px", "") + " " + height.replace("px", ""));
        }
    }

    /**
     * Resolves a gradient's reference to another gradient, as drawing programs write them: copies its stops and
     * settings.
     */
    private List<SvgNode> resolved(Part gradient, Map<String, String> settings) {
        var other = gradient;
        for (int i = 0; i < MOST_GRADIENTS; i++) {
            var href = settings.remove("href");
            var next = href != null && href.startsWith("#") ? gradients.get(href.substring(1)) : null;
            if (next == null) {
                if (href != null) {
                    leftOut.add(ELSEWHERE);
                }
                break;
            }
            boolean sameKind = next.name().equals(gradient.name());
            next.settings().forEach((name, value) -> {
                if (name.equals("href") || OF_ANY_GRADIENT.contains(name) || sameKind && !name.equals("id")) {
                    settings.putIfAbsent(name, value);
                }
            });
            if (other.parts().isEmpty()) {
                other = next;
            }
        }
        settings.remove("href");
        return new ArrayList<>(other.inside());
    }

    private static String words(String name) {
        return switch (name.replaceFirst("^:", "")) {
            case "script", "handler", "listener" -> "a script";
            case "foreignObject", "iframe", "embed", "object", "html", "body" -> Words.of("drawings.aWebPageInsideThe");
            case "image", "feImage" -> Words.of("drawings.aPictureFromElsewhereOr");
            case "audio", "video" -> Words.of("drawings.soundOrFilm");
            case "use", "symbol" -> Words.of("drawings.aPartThatIsDrawn");
            case "animate", "animateMotion", "animateTransform", "animateColor", "set", "mpath" -> "an animation";
            case "filter" -> Words.of("drawings.anEffectSuchAsA");
            default ->
                name.startsWith(":") || name.equals("metadata")
                        ? Words.of("drawings.notesOfTheProgrammeIt")
                        : Words.of("drawings.whichAPlainDrawingDoes", SafeSvg.shortened(name));
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
