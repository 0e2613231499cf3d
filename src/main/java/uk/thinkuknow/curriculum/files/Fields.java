package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * Reads the fields of one part of a lesson's YAML file. A missing or wrong field is reported to {@link Findings} and
 * never throws, so that one reading reports all problems.
 */
final class Fields {
    static final int LONGEST_KEY = 40;
    private static final Pattern KEY = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

    private final String file;
    private final String path;
    private final MappingNode node;
    private final Findings findings;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(String file, String path, MappingNode node, Findings findings) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
        for (var entry : node.getValue()) {
            var name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(name, entry.getValueNode()) != null) {
                findings.add(file, at(name), line(entry.getKeyNode()), Remark.of("files.isThereTwice"));
            }
        }
    }

    /**
     * Returns a required text; if it is missing, reports a problem that says what to write, and returns "".
     *
     * @param wanted the instruction for the author
     */
    String text(String name, String wanted) {
        var value = ask(name);
        if (value == null) {
            found(name, Remark.of("files.isMissing", wanted));
            return "";
        }
        return textOf(value, name, wanted);
    }

    /** Returns a required text that children read, and reports each sentence that is too long for their age band. */
    String words(String name, String wanted) {
        return kept(name, textForChildren(name, wanted));
    }

    /**
     * Returns a required text that children read or hear, such as the description of a picture; its sentences may have
     * any length.
     */
    String textForChildren(String name, String wanted) {
        forChildren(name);
        return text(name, wanted);
    }

    /** Returns an optional text that children read, as {@link #words} does; empty if the field is missing. */
    String wordsIfAny(String name) {
        var value = ask(name);
        forChildren(name);
        return value == null ? "" : kept(name, textOf(value, name, Words.of("files.leaveTheFieldOutIf")));
    }

    /**
     * Returns an identifier; reports a problem if it is not made of lower-case letters, digits and hyphens, at most 40
     * characters.
     */
    String key(String name) {
        var key = text(name, Words.of("files.giveItAShortName"));
        if (!key.isEmpty() && (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY)) {
            found(name, Remark.of("files.mustBeSmallLettersAnd", LONGEST_KEY, cut(key)));
        }
        return key;
    }

    /** Returns a word; one that is not known is reported with the nearest known word. */
    String oneOf(String name, List<String> known, String wanted) {
        var word = text(name, wanted);
        if (!word.isEmpty() && !known.contains(word)) {
            found(name, Remark.of("files.cannotBe", cut(word), Spelling.suggestion(word, known)));
        }
        return word;
    }

    /**
     * Returns a whole number, and reports one outside the range; the lowest of the range if the field is missing or no
     * number.
     */
    int whole(String name, int lowest, int highest, String wanted) {
        var value = ask(name);
        if (value == null) {
            found(name, Remark.of("files.isMissing", wanted));
        } else if (!(value instanceof ScalarNode scalar)
                || !Tag.INT.equals(scalar.getTag())
                || !scalar.getValue().matches("[0-9]{1,6}")) {
            found(name, Remark.of("files.mustBeAWholeNumber"));
        } else {
            int number = Integer.parseInt(scalar.getValue());
            if (number < lowest || number > highest) {
                found(name, Remark.of("files.mustBeBetweenAndNot", lowest, highest, number));
            }
            return number;
        }
        return lowest;
    }

    /** Returns true or false; null if the field is missing, or has another value, which is reported. */
    @Nullable
    Boolean flag(String name) {
        var value = ask(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag())) {
            return Boolean.valueOf(scalar.getValue());
        }
        found(name, Remark.of("files.mustBeTrueOrFalse"));
        return null;
    }

    /**
     * Returns a list of texts.
     *
     * @param least the fewest entries allowed
     * @param most the most entries allowed
     */
    List<String> texts(String name, int least, int most, String wanted) {
        var texts = new ArrayList<String>();
        var entries = entries(name, least, most, wanted);
        for (int i = 0; i < entries.size(); i++) {
            texts.add(textOf(entries.get(i), name + "[" + (i + 1) + "]", wanted));
        }
        return texts;
    }

    /** Returns a list of whole numbers; one that occurs twice or is not from 1 to the highest is reported. */
    List<Integer> numbers(String name, int highest, String wanted) {
        var numbers = new ArrayList<Integer>();
        var entries = entries(name, 1, highest, wanted);
        for (int i = 0; i < entries.size(); i++) {
            var where = name + "[" + (i + 1) + "]";
            if (!(entries.get(i) instanceof ScalarNode scalar)
                    || !scalar.getValue().matches("[0-9]{1,3}")) {
                found(where, Remark.of("files.mustBeAWholeNumberOf", wanted));
                continue;
            }
            int number = Integer.parseInt(scalar.getValue());
            if (number < 1 || number > highest) {
                found(where, Remark.of("files.mustBeBetweenAndNot", 1, highest, number));
            } else if (numbers.contains(number)) {
                found(where, Remark.of("files.isThereTwice"));
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns a list of texts that children read or hear; their sentences may have any length. */
    List<String> textsForChildren(String name, int least, int most, String wanted) {
        if (values.get(name) instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                findings.forChildren(
                        at(name + "[" + (i + 1) + "]"), list.getValue().get(i));
            }
        }
        return texts(name, least, most, wanted);
    }

    /**
     * Returns a list of parts, each read by the function and then checked for unknown fields; entries read as null are
     * dropped.
     */
    <T> List<T> each(String name, int least, int most, String wanted, Function<Fields, @Nullable T> reading) {
        var parts = new ArrayList<T>();
        var entries = entries(name, least, most, wanted);
        for (int i = 0; i < entries.size(); i++) {
            var part = partOf(entries.get(i), name + "[" + (i + 1) + "]");
            var read = part == null ? null : reading.apply(part);
            if (part != null && read != null) {
                part.reportUnknownFields();
                parts.add(read);
            }
        }
        return parts;
    }

    /** Returns a list of parts as {@link #each} does, and reports keys that occur twice. */
    <T> List<T> keyed(
            String name,
            int least,
            int most,
            String wanted,
            Function<Fields, @Nullable T> reading,
            Function<T, String> key) {
        var parts = each(name, least, most, wanted, reading);
        different(name, parts.stream().map(key));
        return parts;
    }

    /** Reports keys that occur more than once. */
    void different(String name, Stream<String> keys) {
        var seen = new HashSet<String>();
        keys.filter(key -> !key.isEmpty() && !seen.add(key))
                .forEach(key -> found(name, Remark.of("files.hasTheKeyMoreThan", key)));
    }

    /** Returns the part inside this one; null if it is missing, or has no fields, which is reported. */
    @Nullable
    Fields part(String name) {
        var value = ask(name);
        return value == null ? null : partOf(value, name);
    }

    /** Reports all fields not asked for so far as unknown; call it last. A second call reports nothing. */
    void reportUnknownFields() {
        for (var entry : node.getValue()) {
            var name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!asked.contains(name)) {
                findings.add(
                        file,
                        at(cut(name)),
                        line(entry.getKeyNode()),
                        Remark.of("files.isNotAFieldOf", Spelling.suggestion(name, asked)));
            }
        }
        asked.addAll(values.keySet());
    }

    /** Reports a problem in a field, or in the whole part if the name is empty. */
    void found(String name, Remark what) {
        var value = values.get(name.replaceAll("\\[.*", ""));
        findings.add(file, at(name), line(value == null ? node : value), what);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Findings findings() {
        return findings;
    }

    private void forChildren(String name) {
        var value = values.get(name);
        if (value != null) {
            findings.forChildren(at(name), value);
        }
    }

    private @Nullable Node ask(String name) {
        asked.add(name);
        var value = values.get(name);
        return value != null && Tag.NULL.equals(value.getTag()) ? null : value;
    }

    private List<Node> entries(String name, int least, int most, String wanted) {
        var value = ask(name);
        if (value == null) {
            found(name, Remark.of("files.isMissing", wanted));
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            found(name, Remark.of("files.mustBeAListEach"));
            return List.of();
        }
        int size = list.getValue().size();
        if (size < least) {
            found(
                    name,
                    size == 0 ? Remark.of("files.isEmpty", wanted) : Remark.of("files.needsAtLeastHas", least, size));
        } else if (size > most) {
            found(name, Remark.of("files.mayHaveAtMostHas", most, size));
        }
        return list.getValue().subList(0, Math.min(size, most));
    }

    private @Nullable Fields partOf(Node value, String name) {
        if (value instanceof MappingNode mapping) {
            return new Fields(file, at(name), mapping, findings);
        }
        findings.add(file, at(name), line(value), Remark.of("files.mustHaveFieldsOfIts"));
        return null;
    }

    private String textOf(Node value, String name, String wanted) {
        if (!(value instanceof ScalarNode scalar)
                || !Tag.STR.equals(scalar.getTag()) && !Tag.NULL.equals(scalar.getTag())) {
            findings.add(
                    file,
                    at(name),
                    line(value),
                    value instanceof ScalarNode ? Remark.of("files.mustBeTextPutIt") : Remark.of("files.mustBeText"));
            return "";
        }
        var text = Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue().strip();
        if (text.isEmpty()) {
            findings.add(file, at(name), line(value), Remark.of("files.isEmpty", wanted));
        } else if (text.length() > LessonFolder.LONGEST_TEXT) {
            findings.add(
                    file, at(name), line(value), Remark.of("files.isLongerThanLetters", LessonFolder.LONGEST_TEXT));
            return "";
        }
        findings.withFacts(text)
                .unknown()
                .forEach(reference -> findings.add(
                        file,
                        at(name),
                        line(value),
                        Remark.of(
                                "files.refersToWhichFactsYaml",
                                reference,
                                Spelling.suggestion(
                                        reference.replaceAll("[{}]|\\..*", ""),
                                        Facts.packaged().keys()))));
        return text;
    }

    private String kept(String name, String text) {
        var band = findings.band();
        if (band != null && findings.measuresSentences()) {
            for (var sentence : Sentences.longerThan(
                    band.wordsInASentence(), findings.withFacts(text).text())) {
                found(
                        name,
                        Remark.of(
                                "files.sentenceTooLong",
                                sentence.words(),
                                band.key(),
                                band.wordsInASentence(),
                                cut(sentence.text())));
            }
        }
        return text;
    }

    private String at(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String cut(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }
}
