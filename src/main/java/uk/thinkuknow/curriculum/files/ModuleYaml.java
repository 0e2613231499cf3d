package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Converts {@code module.yaml} to a JSON tree and back, so that editing in the browser and in a text editor produces
 * the same bytes for the same lesson. Texts are stripped; comments are replaced by a fixed header.
 */
public final class ModuleYaml {
    private static final String HEAD = "# yaml-language-server: $schema=../module.schema.json\n"
            + "# Not yet reviewed by a safeguarding professional: who has reviewed a version stands on the module's page.\n";

    private static final String WELSH_HEAD =
            "# Drafft, heb ei adolygu / Draft, not reviewed: no fluent speaker has read these words yet. Who has stands on the lesson's page.\n"
                    + "# What children read and are told, in the parts and under the keys of module.yaml; what is left out is still English and counts as missing.\n";

    /** Texts with more characters than this are folded over several lines. */
    private static final int LINE = 100;

    private ModuleYaml() {}

    /**
     * Returns the fields of a file as a tree. The last of two equal fields counts; missing fields are left to
     * {@link LessonReader}.
     *
     * @throws LessonFaulty if the file is not the allowed subset of YAML, with the line
     */
    public static ObjectNode tree(byte[] file) {
        var findings = new Findings();
        return new YamlFile(LessonFolder.MODULE, findings)
                .node(file)
                .map(ModuleYaml::tree)
                .orElseThrow(() -> new LessonFaulty(LessonFolder.MODULE, findings.inOrder()));
    }

    /**
     * Writes a tree as {@code module.yaml}, fields in their order; null values are left out.
     *
     * @throws Refused if a text is too long to be read again
     */
    public static byte[] write(ObjectNode tree) {
        return write(HEAD, tree);
    }

    /** Writes a tree as {@code module.cy.yaml}. */
    static byte[] writeWelsh(ObjectNode tree) {
        return write(WELSH_HEAD, tree);
    }

    private static byte[] write(String head, ObjectNode tree) {
        var out = new StringWriter();
        out.write(head);
        YamlFile.yaml().serialize(mapping(tree), out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(MappingNode mapping) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (var entry : mapping.getValue()) {
            var value = value(entry.getValueNode());
            if (entry.getKeyNode() instanceof ScalarNode name && value != null) {
                fields.set(name.getValue(), value);
            }
        }
        return fields;
    }

    private static @Nullable JsonNode value(Node node) {
        return switch (node) {
            case MappingNode mapping -> tree(mapping);
            case SequenceNode list -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (var entry : list.getValue()) {
                    var value = value(entry);
                    if (value != null) {
                        array.add(value);
                    }
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> null;
        };
    }

    private static @Nullable JsonNode scalar(ScalarNode scalar) {
        var words = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JsonNodeFactory.instance.booleanNode(words.equals("true"));
        }
        if (scalar.getTag().equals(Tag.INT) && words.matches("[0-9]{1,6}")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(words));
        }
        return JsonNodeFactory.instance.textNode(words.strip());
    }

    private static MappingNode mapping(ObjectNode fields) {
        var entries = new ArrayList<NodeTuple>();
        fields.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                entries.add(new NodeTuple(plain(Tag.STR, field.getKey()), node(field.getValue())));
            }
        });
        return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
    }

    private static Node node(JsonNode value) {
        return switch (value) {
            case ObjectNode fields -> mapping(fields);
            case ArrayNode list -> {
                List<Node> entries = new ArrayList<>();
                list.forEach(entry -> entries.add(node(entry)));
                boolean numbers = !list.isEmpty() && list.get(0).isInt();
                yield new SequenceNode(Tag.SEQ, entries, numbers ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            default ->
                value.isBoolean()
                        ? plain(Tag.BOOL, value.asText())
                        : value.isInt() ? plain(Tag.INT, value.asText()) : text(value.asText());
        };
    }

    private static ScalarNode text(String words) {
        var said = words.strip();
        if (said.length() > YamlFile.LONGEST_TEXT) {
            throw new Refused("files.aTextHasMoreThan", TextFormat.number(YamlFile.LONGEST_TEXT));
        }
        if (said.contains("\n")) {
            return new ScalarNode(Tag.STR, said + "\n", null, null, ScalarStyle.LITERAL);
        }
        var style = said.length() > LINE ? ScalarStyle.FOLDED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, said, null, null, style);
    }

    private static ScalarNode plain(Tag tag, String value) {
        return new ScalarNode(tag, value, null, null, ScalarStyle.PLAIN);
    }
}
