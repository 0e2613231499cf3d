package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * Merges the texts of a translation into a lesson's YAML: each replaces the English text of its field. List entries are
 * matched by key, or by position if they have none. A text without an English counterpart is reported.
 */
final class TranslationMerger {
    private static final String KEY = "key";
    private static final Pattern GAP = Pattern.compile("\\[[a-z0-9-]+]");
    private static final Set<String> SAME_IN_BOTH = Set.of("format", KEY);

    private final Set<Object> texts;
    private final Language language;
    private final Findings findings;
    private final Set<Node> translated = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param texts the nodes of the English file that children read */
    TranslationMerger(Set<Object> texts, Language language, Findings findings) {
        this.texts = texts;
        this.language = language;
        this.findings = findings;
    }

    /** The nodes of the English file that were replaced. */
    Set<Node> translated() {
        return translated;
    }

    /** Returns the lesson's YAML with the translated texts in it. */
    MappingNode over(MappingNode module, MappingNode words) {
        if (!language.key().equals(scalar(values(words).get("language")))) {
            found("language", words, Remark.of("files.mustBe", language.key()));
        }
        return mapping(module, words, "");
    }

    private MappingNode mapping(MappingNode base, MappingNode words, String path) {
        var known = values(base);
        var merged = new LinkedHashMap<>(known);
        values(words).forEach((name, value) -> {
            var at = path.isEmpty() ? name : path + "." + name;
            var original = known.get(name);
            if (original == null) {
                found(
                        at,
                        value,
                        Remark.of("files.isNotIn", LessonFolder.MODULE, Spelling.suggestion(name, known.keySet())));
            } else if (path.isEmpty() && name.equals("language")) {
                merged.put(name, value);
            } else if (SAME_IN_BOTH.contains(name)) {
                same(original, value, at);
            } else {
                merged.put(name, any(original, value, at));
            }
        });
        var tuples = new ArrayList<NodeTuple>();
        base.getValue()
                .forEach(entry -> tuples.add(
                        new NodeTuple(entry.getKeyNode(), merged.getOrDefault(name(entry), entry.getValueNode()))));
        return new MappingNode(
                base.getTag(), true, tuples, words.getStartMark(), words.getEndMark(), base.getFlowStyle());
    }

    private Node any(Node base, Node words, String at) {
        if (base instanceof ScalarNode) {
            return text(base, words, at);
        }
        if (base instanceof MappingNode part && words instanceof MappingNode others) {
            return mapping(part, others, at);
        }
        if (base instanceof SequenceNode list && words instanceof SequenceNode others) {
            return list(list, others, at);
        }
        found(at, words, Remark.of("files.mustBeMadeOfThe", LessonFolder.MODULE));
        return base;
    }

    private Node text(Node base, Node words, String at) {
        if (!texts.contains(base)) {
            found(at, words, Remark.of("files.isNotTranslatedLeaveIt"));
            return base;
        }
        if (!(words instanceof ScalarNode scalar) || !Tag.STR.equals(scalar.getTag())) {
            if (!Tag.NULL.equals(words.getTag())) {
                found(at, words, Remark.of("files.mustBeTextPutIt"));
            }
            return base;
        }
        if (scalar.getValue().isBlank()) {
            return base;
        }
        if (!gaps(scalar(base)).equals(gaps(scalar.getValue()))) {
            found(at, words, Remark.of("files.mustHaveTheGapsIn", gaps(scalar(base)), LessonFolder.MODULE));
        }
        translated.add(base);
        return words;
    }

    /** Returns the gaps of a text in order: children's answers are marked by that order in every language. */
    private static List<String> gaps(@Nullable String text) {
        return text == null
                ? List.of()
                : GAP.matcher(text).results().map(MatchResult::group).toList();
    }

    private Node list(SequenceNode base, SequenceNode words, String at) {
        var merged = new ArrayList<>(base.getValue());
        var seen = new HashSet<Integer>();
        var byKey = byKey(base.getValue());
        for (int i = 0; i < words.getValue().size(); i++) {
            var item = words.getValue().get(i);
            var where = at + "[" + (i + 1) + "]";
            var key = byKey.isEmpty() ? null : keyOf(item);
            Integer place = byKey.isEmpty() ? Integer.valueOf(i) : byKey.get(key);
            if (place == null || place >= merged.size()) {
                found(
                        where,
                        item,
                        key == null
                                ? Remark.of("files.hasNoPlaceIn", LessonFolder.MODULE)
                                : Remark.of(
                                        "files.noPartHasKey",
                                        LessonFolder.MODULE,
                                        key,
                                        Spelling.suggestion(key, byKey.keySet())));
            } else if (!seen.add(place)) {
                found(where, item, Remark.of("files.isThereTwice"));
            } else {
                merged.set(place, any(base.getValue().get(place), item, where));
            }
        }
        return new SequenceNode(
                base.getTag(), true, merged, words.getStartMark(), words.getEndMark(), base.getFlowStyle());
    }

    private void same(Node base, Node words, String at) {
        var was = scalar(base);
        if (was == null || !was.equals(scalar(words))) {
            found(at, words, Remark.of("files.mustBeAsIn", String.valueOf(was), LessonFolder.MODULE));
        }
    }

    private static Map<String, Integer> byKey(List<Node> items) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < items.size(); i++) {
            var key = keyOf(items.get(i));
            if (key != null) {
                places.put(key, i);
            }
        }
        return places;
    }

    private static @Nullable String keyOf(Node item) {
        return item instanceof MappingNode part ? scalar(values(part).get(KEY)) : null;
    }

    private static @Nullable String scalar(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static Map<String, Node> values(MappingNode part) {
        var values = new LinkedHashMap<String, Node>();
        part.getValue().forEach(entry -> values.put(name(entry), entry.getValueNode()));
        return values;
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private void found(String at, Node node, Remark what) {
        findings.add(LessonFolder.IN_WELSH, at, node.getStartMark().getLine() + 1, what);
    }
}
