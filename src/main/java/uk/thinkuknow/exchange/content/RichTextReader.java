package uk.thinkuknow.exchange.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import uk.thinkuknow.common.InvisibleCharacters;

/**
 * Turns HTML of an imported file into {@link RichText}: a sanitiser drops all elements except those of text and
 * pictures.
 */
public final class RichTextReader implements HtmlStreamEventReceiver {
    private static final int LONGEST = 200_000;
    /** Replaces a picture's data URL while the text is read. */
    private static final String INSIDE = "data:embedded-";

    private static final Set<String> BLOCKS =
            Set.of(("p div blockquote ul ol li h1 h2 h3 h4 h5 h6 pre tr table dl dt dd"
                            + " section article figure figcaption caption header footer")
                    .split(" "));
    /** A picture's data URL, which alone could use up the length allowed for a text. */
    private static final Pattern EMBEDDED = Pattern.compile("data:image/[a-z+.-]{2,12};base64,[A-Za-z0-9+/=%\\s]++");

    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,10});");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>]");
    private static final Pattern STARTS_A_BLOCK = Pattern.compile("^(#{1,6}(?=\\s)|[-+](?=\\s)|=+$|-+$|~{3})");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s)");

    private final List<RichText.Block> blocks = new ArrayList<>();
    private final List<RichText.Image> images = new ArrayList<>();
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    /** A list is one block; its items are collected here. */
    private final List<RichText.Block> items = new ArrayList<>();

    /** A quotation is one block; its parts are collected here. */
    private final List<RichText.Block> quotation = new ArrayList<>();

    private final Deque<String> lists = new ArrayDeque<>();
    private String heading = "";
    /** The open marks, the last one first; one may be open several times, and only the outermost is written. */
    private final Deque<String> marks = new ArrayDeque<>();

    private int quoted;
    private int number;
    private final List<String> embedded;

    private RichTextReader(List<String> embedded) {
        this.embedded = embedded;
    }

    static RichText read(String html) {
        var pictures = new ArrayList<String>();
        var words = EMBEDDED.matcher(html).replaceAll(found -> {
            pictures.add(found.group());
            return INSIDE + (pictures.size() - 1);
        });
        var begun = InvisibleCharacters.removeFrom(begin(words));
        var lost = LostMarkup.of(begun);
        var given = LanguageFilter.one(begun, lost);
        var reader = new RichTextReader(pictures);
        var policy = new HtmlPolicyBuilder()
                .allowElements(BLOCKS.toArray(String[]::new))
                .allowElements(
                        "br", "em", "i", "strong", "b", "span", "td", "th", "sup", "sub", "q", "img", "u", "code")
                .allowAttributes("src", "alt")
                .onElements("img")
                .allowUrlProtocols("http", "https", "data")
                .allowWithoutAttributes("span", "img")
                .build(reader);
        HtmlSanitizer.sanitize(given, policy);
        return new RichText(List.copyOf(reader.blocks), List.copyOf(reader.images), lost);
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {
        flush();
        flushList();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (BLOCKS.contains(name)) {
            openBlock(name);
            return;
        }
        switch (name) {
            case "br" -> lineBreak();
            case "em", "i" -> mark("*");
            case "strong", "b" -> mark("**");
            case "img" -> image(attributes);
            case "td", "th" -> words(" ");
            case "q" -> words("“");
            default -> {}
        }
    }

    @Override
    public void closeTag(String name) {
        if (BLOCKS.contains(name)) {
            closeBlock(name);
            return;
        }
        switch (name) {
            case "em", "i" -> unmark("*");
            case "strong", "b" -> unmark("**");
            case "td", "th" -> words(" ");
            case "q" -> words("”");
            default -> {}
        }
    }

    @Override
    public void text(String text) {
        words(text);
    }

    private void openBlock(String name) {
        flush();
        switch (name) {
            case "ul", "ol" -> {
                if (lists.isEmpty()) {
                    flushList();
                    number = 0;
                }
                lists.push(name);
            }
            case "li" -> number++;
            case "blockquote" -> quoted++;
            case "h1", "h2", "h3" -> heading = "### ";
            case "h4", "h5", "h6" -> heading = "#### ";
            default -> {}
        }
    }

    private void closeBlock(String name) {
        flush();
        switch (name) {
            case "ul", "ol" -> {
                lists.poll();
                if (lists.isEmpty()) {
                    flushList();
                }
            }
            case "blockquote" -> {
                quoted = Math.max(0, quoted - 1);
                if (quoted == 0) {
                    flushQuotation();
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = "";
            default -> {}
        }
    }

    private void lineBreak() {
        // Our Markdown has no line breaks inside a paragraph, so a line break starts a new one.
        if (lists.isEmpty()) {
            flush();
        } else {
            words(" ");
        }
    }

    private void mark(String mark) {
        if (!marks.contains(mark)) {
            markdown.append('\u0001').append(mark);
        }
        marks.push(mark);
    }

    private void unmark(String mark) {
        if (marks.remove(mark) && !marks.contains(mark)) {
            markdown.append('\u0002').append(mark);
        }
    }

    private void image(List<String> attributes) {
        var source = "";
        var words = "";
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            switch (attributes.get(i)) {
                case "src" -> source = attributes.get(i + 1);
                case "alt" -> words = attributes.get(i + 1);
                default -> {}
            }
        }
        if (source.matches(INSIDE + "\\d{1,4}")) {
            int which = Integer.parseInt(source.substring(INSIDE.length()));
            source = which < embedded.size() ? embedded.get(which) : "";
        }
        images.add(new RichText.Image(source, oneLine(words)));
    }

    private void words(String text) {
        markdown.append(escapedSigns(text));
        plain.append(text);
    }

    private void flush() {
        var line = oneLine(plain.toString());
        plain.setLength(0);
        var open = marks.reversed().stream().distinct().toList();
        open.reversed().forEach(mark -> markdown.append('\u0002').append(mark));
        var written = markdown.toString();
        markdown.setLength(0);
        open.forEach(mark -> markdown.append('\u0001').append(mark));
        if (line.isEmpty()) {
            return;
        }
        var marked = startEscaped(tidied(written));
        if (!lists.isEmpty()) {
            var sign = "ol".equals(lists.peek()) ? number + ". " : "- ";
            items.add(new RichText.Block(sign + marked, line, false));
        } else {
            block(new RichText.Block(heading + marked, line, heading.isEmpty() && quoted == 0));
        }
    }

    private void block(RichText.Block block) {
        (quoted > 0 ? quotation : blocks).add(block);
    }

    private void flushQuotation() {
        if (!quotation.isEmpty()) {
            var inside = String.join(
                    "\n\n", quotation.stream().map(RichText.Block::markdown).toList());
            blocks.add(new RichText.Block(
                    ("> " + inside.replace("\n", "\n> ")).replaceAll("(?m)> $", ">"),
                    String.join(
                            " ", quotation.stream().map(RichText.Block::plain).toList()),
                    false));
            quotation.clear();
        }
    }

    private void flushList() {
        if (!items.isEmpty()) {
            block(new RichText.Block(
                    String.join(
                            "\n", items.stream().map(RichText.Block::markdown).toList()),
                    String.join(" ", items.stream().map(RichText.Block::plain).toList()),
                    false));
            items.clear();
        }
    }

    /**
     * Moves blanks out of emphasis marks and drops marks around nothing. Each turn moves them past one mark, and at most
     * two are open at once.
     */
    private static String tidied(String marked) {
        var text = marked.replaceAll("[\\s\u00A0]+", " ");
        var before = "";
        while (!before.equals(text)) {
            before = text;
            text = text.replaceAll("\u0001(\\*{1,2})( *)\u0002\\1", "$2")
                    .replaceAll("\u0001(\\*{1,2})( +)", "$2\u0001$1")
                    .replaceAll("(?<! )( +)\u0002(\\*{1,2})", "\u0002$2$1");
        }
        return text.replaceAll("[\u0001\u0002]", "").strip();
    }

    /**
     * Returns a title in one line and one language. Entities are decoded, because many programs escape the characters
     * of a title twice, as {@code &amp;rsquo;}.
     */
    public static String title(String text) {
        var told = LanguageFilter.one(begin(text), new TreeSet<>());
        return ENTITY.matcher(told).find()
                ? RichText.ofHtml(told.replace("<", "&lt;")).plain()
                : oneLine(told);
    }

    private static String begin(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Replaces each run of blanks and line breaks by one blank. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    /** Escapes the characters of a line that Markdown would read as marks. */
    public static String escaped(String line) {
        return startEscaped(escapedSigns(line));
    }

    private static String escapedSigns(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static String startEscaped(String line) {
        var marked = STARTS_A_BLOCK.matcher(line).replaceFirst("\\\\$0");
        return NUMBERED.matcher(marked).replaceFirst("$1\\\\$2");
    }
}
