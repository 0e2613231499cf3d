package uk.thinkuknow.classroom.player;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.thinkuknow.curriculum.drawings.Raster;

/** The picture of a lesson's first screen lies inside its page: a request less before that screen stands. */
final class FirstPicture {
    /** Pictures of later screens are fetched later, and say so. */
    private static final Pattern FETCHED_AT_ONCE =
            Pattern.compile("<img class=\"art\" src=\"/pictures/([^\"]+)\" alt=\"([^\"]*)\">");

    private static final Pattern ROOT = Pattern.compile("(?s)^.*?<svg\\b([^>]*)>");
    private static final Pattern SAID_ELSEWHERE = Pattern.compile(
            "\\s(?:xmlns|role|aria-label|aria-hidden|focusable|version|width|height|id)=(?:\"[^\"]*\"|'[^']*')");

    private FirstPicture() {}

    /**
     * The page with the drawing in it; as it was where there is none.
     *
     * @param drawings the bytes of a drawing that was looked through when it was published, by its hash
     */
    static String in(String page, Function<String, Optional<byte[]>> drawings) {
        var img = FETCHED_AT_ONCE.matcher(page);
        if (!img.find()) {
            return page;
        }
        return drawings.apply(img.group(1))
                .filter(bytes -> !Raster.isOne(bytes))
                .map(svg -> page.substring(0, img.start())
                        + inline(new String(svg, StandardCharsets.UTF_8), img.group(2))
                        + page.substring(img.end()))
                .orElse(page);
    }

    /** Its names get a beginning of their own, so that they are not those of something else on the page. */
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
