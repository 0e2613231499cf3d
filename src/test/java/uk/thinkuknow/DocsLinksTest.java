package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that every relative link in the Markdown files leads to a file and, if it names one, a heading; that every
 * document named in another file exists; and that README stays short.
 */
class DocsLinksTest {
    private static final Path HERE = Path.of("");
    private static final Set<String> NOT_IN_THE_REPOSITORY =
            Set.of(".git", ".run", ".idea", ".vscode", "target", "node_modules");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|//.*");
    private static final Pattern ADDRESS_IN_HTML = Pattern.compile("\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern NAMED_PAGE = Pattern.compile("\\bdocs/(?!adr/NNNN)[\\w/-]+\\.md\\b");
    private static final Pattern NAMES_PAGES =
            Pattern.compile("(.*/)?(scripts/.*|.*\\.(java|md|xml|yaml|yml|properties|html|sh|env|cfg))");
    private static final int README_LINES = 150;

    private static final List<Path> FILES = new ArrayList<>();
    private static final Map<Path, Page> PAGES = new HashMap<>();

    /** A Markdown file: the addresses of its links and pictures, and the anchors of its headings. */
    private record Page(List<String> links, Set<String> anchors) {}

    @BeforeAll
    static void read() throws IOException {
        Files.walkFileTree(HERE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                return NOT_IN_THE_REPOSITORY.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
                FILES.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        FILES.stream()
                .filter(file -> file.toString().endsWith(".md"))
                .forEach(file -> PAGES.put(file, pageOf(text(file))));
    }

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() {
        var broken = new TreeSet<String>();
        PAGES.forEach((file, page) -> page.links().stream()
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !leadsSomewhere(file, link))
                .forEach(link -> broken.add(file + " links to " + link)));
        assertTrue(PAGES.size() > 20, PAGES.keySet().toString());
        assertEquals(new TreeSet<>(), broken, "no such file or heading");
    }

    @Test
    void everyDocumentThatAFileNamesExists() {
        var missing = new TreeSet<String>();
        for (var file : FILES) {
            if (NAMES_PAGES.matcher(file.toString()).matches()) {
                NAMED_PAGE
                        .matcher(text(file, StandardCharsets.ISO_8859_1)) // test files come in several character sets
                        .results()
                        .map(named -> named.group())
                        .filter(named -> !Files.exists(Path.of(named)))
                        .forEach(named -> missing.add(file + " names " + named));
            }
        }
        assertEquals(new TreeSet<>(), missing, "no such page");
    }

    @Test
    void theReadmeHasAtMostOneHundredAndFiftyLines() {
        long lines = text(Path.of("README.md")).lines().count();
        assertTrue(lines <= README_LINES, "README.md has " + lines + " lines");
    }

    @ParameterizedTest
    @CsvSource({
        "try-all-this-drills, # Try all this: drills",
        "docs-and-c, ## `docs/` and C++",
        "a-node-has-died, ### A *node* has died",
        "snake_case---and-a-dash, # snake_case - and a dash",
        "schools-ages-47, # Schools’ ages 4–7"
    })
    void anchorsAreThoseOfGitHub(String anchor, String heading) {
        assertEquals(Set.of(anchor), pageOf(heading).anchors());
    }

    @Test
    void theAnchorOfARepeatedHeadingGetsANumber() {
        assertEquals(
                Set.of("backups", "backups-1"),
                pageOf("# Backups\n\n## Backups\n").anchors());
    }

    private static boolean leadsSomewhere(Path file, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || PAGES.containsKey(target) && PAGES.get(target).anchors().contains(parts[1]);
    }

    private static Page pageOf(String markdown) {
        var links = new ArrayList<String>();
        var anchors = new HashSet<String>();
        var times = new HashMap<String, Integer>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                addresses(html.getLiteral()).forEach(links::add);
            }

            @Override
            public void visit(HtmlBlock html) {
                addresses(html.getLiteral()).forEach(links::add);
            }

            @Override
            public void visit(Heading heading) {
                var anchor = anchorOf(words(heading));
                int before = times.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
                visitChildren(heading);
            }
        });
        return new Page(links, anchors);
    }

    private static Stream<String> addresses(String html) {
        return ADDRESS_IN_HTML.matcher(html).results().map(found -> found.group(1));
    }

    /** The words of a heading without its marks. */
    private static String words(Node node) {
        var words = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(
                    switch (child) {
                        case Text text -> text.getLiteral();
                        case Code code -> code.getLiteral();
                        default -> words(child);
                    });
        }
        return words.toString();
    }

    private static String anchorOf(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String text(Path file) {
        return text(file, StandardCharsets.UTF_8);
    }

    private static String text(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
