package uk.thinkuknow.exchange.content;

import uk.thinkuknow.curriculum.lesson.Markdown;

/** Writes XML: what is between the tags is markup already, attributes and words are made safe. */
public final class Markup {
    public static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Markup() {}

    /** @param attributes names and values in turn; one with an empty value is left out */
    public static String element(String name, String content, String... attributes) {
        var out = new StringBuilder("<").append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(words(attributes[i + 1]))
                        .append('"');
            }
        }
        return content.isEmpty()
                ? out.append("/>").toString()
                : out.append('>')
                        .append(content)
                        .append("</")
                        .append(name)
                        .append('>')
                        .toString();
    }

    public static String words(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without what no XML may hold, whatever it is written as. */
    private static String allowed(String text) {
        return text.replaceAll("[\\uFFFE\\uFFFF\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }

    /** An author's Markdown as XHTML. */
    public static String rich(String markdown) {
        return allowed(Markdown.html(markdown).getValue());
    }
}
