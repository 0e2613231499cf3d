package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.curriculum.lesson.Markdown;

/**
 * Cleaned text from an imported file: its paragraphs, headings, lists and quotations, each as Markdown and as plain
 * text.
 *
 * @param images the pictures in the text, in their order
 * @param lost the parts of the text that were dropped, in words
 */
public record RichText(List<Block> blocks, List<Image> images, Set<String> lost) {
    public static final RichText NONE = new RichText(List.of(), List.of(), Set.of());

    /** No lesson holds a longer text; for marks without an end Markdown takes time with the square of the length. */
    private static final int LONGEST_MARKDOWN = 20_000;

    /** One paragraph, heading, list or quotation; {@code paragraph} is true for a paragraph only. */
    public record Block(String markdown, String plain, boolean paragraph) {}

    /** A picture in a text: its address in the file and its alternative text. */
    public record Image(String source, String words) {}

    public static RichText ofHtml(String html) {
        ImportBudget.check();
        return RichTextReader.read(html);
    }

    /**
     * Returns the Markdown of a file as HTML.
     *
     * @throws Refused if it is longer than any text of a lesson
     */
    public static String htmlOf(String markdown) {
        ImportBudget.check();
        if (markdown.length() > LONGEST_MARKDOWN) {
            throw new Refused("files.holdsATextOfMoreThan", TextFormat.number(LONGEST_MARKDOWN));
        }
        return Markdown.html(markdown).getValue();
    }

    public static RichText of(XmlElement element) {
        return ofHtml(element.html());
    }

    /** Reads plain text; an empty line ends a paragraph. */
    public static RichText ofPlain(String text) {
        var blocks = Stream.of(text.split("\\R\\s*\\R"))
                .map(RichTextReader::oneLine)
                .filter(line -> !line.isEmpty())
                .map(line -> new Block(RichTextReader.escaped(line), line, true))
                .toList();
        return new RichText(blocks, List.of(), Set.of());
    }

    /** Joins pieces of Markdown as paragraphs; empty pieces are left out. */
    public static String together(String... pieces) {
        return Stream.of(pieces).filter(piece -> !piece.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** Returns all text in one line, without markup. */
    public String plain() {
        return blocks.stream().map(Block::plain).collect(Collectors.joining(" "));
    }

    /** Returns the plain text or, if it is empty, the first alternative text of a picture. */
    public String plainOrAlternativeText() {
        return isEmpty()
                ? images.stream()
                        .map(Image::words)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("")
                : plain();
    }

    public String markdown() {
        return blocks.stream().map(Block::markdown).collect(Collectors.joining("\n\n"));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Returns the question in plain text: the last paragraph, or all text if there is no paragraph. */
    public String asked() {
        int at = asking();
        return at < 0 ? plain() : blocks.get(at).plain();
    }

    /** Returns all blocks except the question, in Markdown; empty if there is no paragraph. */
    public String scene() {
        int at = asking();
        var others = new ArrayList<>(blocks);
        if (at >= 0) {
            others.remove(at);
        } else {
            others.clear();
        }
        return new RichText(others, List.of(), Set.of()).markdown();
    }

    /** Joins two texts, with their pictures and the parts that were dropped from them. */
    public RichText and(RichText other) {
        ImportBudget.check();
        return new RichText(
                Stream.concat(blocks.stream(), other.blocks.stream()).toList(),
                Stream.concat(images.stream(), other.images.stream()).toList(),
                Stream.concat(lost.stream(), other.lost.stream()).collect(Collectors.toSet()));
    }

    /**
     * Returns the text with the last paragraph before a mark moved to the end, where {@link #asked} finds it, and
     * without the blocks that contain the mark.
     */
    public RichText askedBefore(String mark) {
        int at = 0;
        while (at < blocks.size() && !blocks.get(at).plain().contains(mark)) {
            at++;
        }
        var before = new RichText(blocks.subList(0, at), List.of(), Set.of());
        var told = new ArrayList<>(before.blocks);
        told.addAll(new RichText(blocks.subList(at, blocks.size()), List.of(), Set.of()).without(mark).blocks);
        int asking = before.asking();
        if (asking >= 0) {
            told.add(told.remove(asking));
        }
        return new RichText(told, images, lost);
    }

    /** Returns the text without the blocks that contain this mark. */
    public RichText without(String mark) {
        return new RichText(
                blocks.stream().filter(block -> !block.plain().contains(mark)).toList(), images, lost);
    }

    private int asking() {
        for (int at = blocks.size() - 1; at >= 0; at--) {
            if (blocks.get(at).paragraph()) {
                return at;
            }
        }
        return -1;
    }
}
