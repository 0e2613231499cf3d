package uk.thinkuknow.curriculum.files;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * Parses a safe subset of YAML: fields, texts, numbers and lists. Aliases, type tags, deep nesting, long texts and large
 * files are refused.
 */
final class YamlFile {
    private static final int DEEPEST = 20;
    private static final int WIDEST = 118;

    /** The most characters of a text in a file that is read at all; texts up to it can be shortened in the studio. */
    static final int LONGEST_TEXT = 20_000;

    private final String file;
    private final Findings findings;

    YamlFile(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Returns the fields of the file; empty if it is refused, and the reason is reported. */
    Optional<Fields> read(byte[] bytes) {
        return node(bytes).map(root -> new Fields(file, "", root, findings));
    }

    /** Returns the root node of the file; empty if it is refused, and the reason is reported. */
    Optional<MappingNode> node(byte[] bytes) {
        if (bytes.length > LessonFolder.LARGEST) {
            return refused(0, Remark.of("files.isLargerThanKbSplit", LessonFolder.LARGEST / 1024));
        }
        var text = text(bytes);
        if (text == null) {
            return refused(0, Remark.of("files.isNotUtfTextSave"));
        }
        try {
            return isPlain(text) ? root(text) : Optional.empty();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            return refused(
                    mark == null ? 0 : mark.getLine() + 1,
                    Remark.of("files.isNotYaml", String.valueOf(e.getProblem()), hint(text, e)));
        } catch (YAMLException e) {
            return refused(0, Remark.of("files.isNotYamlItHolds"));
        }
    }

    private Optional<MappingNode> root(String text) {
        var root = yaml().compose(new StringReader(text));
        return root instanceof MappingNode mapping
                ? Optional.of(mapping)
                : refused(0, Remark.of("files.mustBeginWithAField"));
    }

    /** Refuses aliases (they can expand without limit), type tags and a second document. */
    private boolean isPlain(String text) {
        int documents = 0;
        int depth = 0;
        for (var event : yaml().parse(new StringReader(text))) {
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            var what = trouble(event, documents, depth);
            if (what != null) {
                refused(event.getStartMark().getLine() + 1, what);
                return false;
            }
        }
        return true;
    }

    private static @Nullable Remark trouble(Event event, int documents, int depth) {
        if (documents > 1) {
            return Remark.of("files.holdsASecondDocumentAfter");
        }
        if (depth > DEEPEST) {
            return Remark.of("files.putsOnePartIntoAnother", DEEPEST);
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            return Remark.of("files.namesAPart");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > LONGEST_TEXT) {
            return Remark.of("files.holdsATextOfMoreThan", TextFormat.number(LONGEST_TEXT));
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        return tag == null ? null : Remark.of("files.namesAType");
    }

    private Optional<MappingNode> refused(int line, Remark what) {
        findings.add(file, "", line, what);
        return Optional.empty();
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String hint(String text, MarkedYAMLException e) {
        if (e.getProblemMark() != null) {
            var line =
                    text.lines().skip(e.getProblemMark().getLine()).findFirst().orElse("");
            if (line.contains("\t")) {
                return Words.of("files.indentWithSpacesNotWith");
            }
        }
        return Words.of("files.aTextWithAColon");
    }

    /** Returns a parser and writer with limits on size and depth. */
    static Yaml yaml() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(2 * LessonFolder.LARGEST);
        limits.setNestingDepthLimit(DEEPEST);
        var dump = new DumperOptions();
        dump.setWidth(WIDEST);
        dump.setAllowUnicode(true);
        dump.setSplitLines(true);
        dump.setIndicatorIndent(2);
        dump.setIndentWithIndicator(true);
        return new Yaml(new SafeConstructor(limits), new Representer(dump), dump, limits, new Plain());
    }

    /** Resolves plain values as YAML 1.2 and editors do: only true and false are Boolean; "No" and "on" are text. */
    private static final class Plain extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, java.util.regex.Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
