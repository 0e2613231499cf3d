package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the prose for engineers in this repository: the documents, and the comments of Java code and scripts, without
 * code in them.
 */
final class Prose {
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", "lessons", ".run", "resources");
    private static final Pattern TAGS = Pattern.compile(
            "\\{@(?:code|link|linkplain|literal|value)\\s[^}]*}|@(?:param|throws|see)\\s+\\S+|@\\w+|<[^>]+>|`[^`]*`|https?://\\S+");

    private Prose() {}

    /** A line of prose and where it is. */
    record Line(Path file, int number, String words) {
        @Override
        public String toString() {
            return file + ":" + number;
        }
    }

    /** Every line of prose of the folder. */
    static List<Line> of(Path root) throws IOException {
        var lines = new ArrayList<Line>();
        try (var files = Files.find(root, 30, (path, facts) -> facts.isRegularFile() && isOurs(path))) {
            for (var file : files.sorted().toList()) {
                read(file, lines);
            }
        }
        return lines;
    }

    private static boolean isOurs(Path path) {
        return Stream.iterate(path, each -> each != null, Path::getParent)
                .noneMatch(each -> each.getFileName() != null
                        && NOT_OURS.contains(each.getFileName().toString()));
    }

    private static void read(Path file, List<Line> lines) throws IOException {
        var name = file.toString();
        if (name.endsWith(".md")) {
            document(file, lines);
        } else if (name.endsWith(".java")) {
            java(file, lines);
        } else if (name.endsWith(".sh")
                || file.getParent() != null && file.getParent().endsWith("scripts")) {
            script(file, lines);
        }
    }

    private static void document(Path file, List<Line> lines) throws IOException {
        var parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build();
        parser.parse(Files.readString(file)).accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                int line = text.getSourceSpans().getFirst().getLineIndex() + 1;
                lines.add(new Line(file, line, text.getLiteral()));
            }
        });
    }

    private static void script(Path file, List<Line> lines) throws IOException {
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var stripped = line.strip();
            if (stripped.startsWith("#") && !stripped.startsWith("#!") && !stripped.startsWith("# shellcheck")) {
                lines.add(new Line(file, number, withoutCode(stripped.substring(1))));
            }
        }
    }

    private static void java(Path file, List<Line> lines) throws IOException {
        var code = Files.readString(file);
        int number = 1;
        for (int from = 0; from < code.length(); ) {
            int to = endOfPart(code, from);
            var part = code.substring(from, to);
            if (part.startsWith("/*") || part.startsWith("//")) {
                int line = number;
                // a tag of Javadoc may go over the end of a line
                for (var words : withoutCode(part).split("\n", -1)) {
                    lines.add(new Line(file, line++, words));
                }
            }
            number += (int) part.chars().filter(c -> c == '\n').count();
            from = to;
        }
    }

    /** The end of the comment or literal that starts here, or of one character of code. */
    private static int endOfPart(String code, int from) {
        if (code.startsWith("//", from)) {
            return after(code, "\n", from + 2) - 1;
        }
        if (code.startsWith("/*", from)) {
            return after(code, "*/", from + 2);
        }
        if (code.startsWith("\"\"\"", from)) {
            return endOfLiteral(code, "\"\"\"", from + 3);
        }
        char first = code.charAt(from);
        return first == '"' || first == '\'' ? endOfLiteral(code, String.valueOf(first), from + 1) : from + 1;
    }

    private static int endOfLiteral(String code, String quote, int from) {
        int at = from;
        while (at < code.length() && !code.startsWith(quote, at)) {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(code.length(), at + quote.length());
    }

    private static int after(String code, String end, int from) {
        int at = code.indexOf(end, from);
        return at < 0 ? code.length() : at + end.length();
    }

    /** Line breaks stay, so that numbers of lines are right. */
    private static String withoutCode(String comment) {
        return TAGS.matcher(comment).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }
}
