package uk.thinkuknow.classroom.player;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.thinkuknow.curriculum.drawings.Raster;

/**
 * Puts the picture of a lesson's first screen into its page as inline SVG, which saves a request before the screen is
 * complete.
 */
final class FirstPicture {
    /** Pictures of later screens load lazily and have another tag. */
    private static final Pattern FETCHED_AT_ONCE =
            Pattern.compile("<img\\s+class=\"art\"\\s+src=\"/pictures/([^\"]+)\"\\s+alt=\"([^\"]*)\">");

    private static final Pattern ROOT = Pattern.compile("(?s)^.*?<svg\\b([^>]*)>");
    private static final Pattern SAID_ELSEWHERE = Pattern.compile(
            "\\s(?:xmlns|role|aria-label|aria-hidden|focusable|version|width|height|id)=(?:\"[^\"]*\"|'[^']*')");

    private FirstPicture() {}

    /**
     * The page with the SVG inline; unchanged if its first picture is not an SVG.
     *
     * @param drawings the bytes of a picture by its hash; they were checked when it was published
     */
    static String in(String page, Function<String, Optional<byte[]>> drawings) {
        var img = FETCHED_AT_ONCE.matcher(page);
        if (!img.find()) {
            return page;
        }
        return drawings.apply(img.group(1))
                .filter(bytes -> !Raster.isPicture(bytes))
                .map(svg -> page.substring(0, img.start())
                        + inline(new String(svg, StandardCharsets.UTF_8), img.group(2))
                        + page.substring(img.end()))
                .orElse(page);
    }

    /** Prefixes the ids inside the SVG, so that they are unique on the page. */
    private static String inline(String svg, String alt) {
        var root = ROOT.matcher(svg);
        if (!root.find()) {
            return "";
        }
        var inside = svg.substring(root.end()).replace(" id=\"", " id=\"pic-").replace("url(#", "url(#pic-");
        return "<svg class=\"art\" role=\"img\" aria-label=\"" + alt + "\""
                + SAID_ELSEWHERE.matcher(root.group(1)).replaceAll("") + ">" + inside;
    }
}
