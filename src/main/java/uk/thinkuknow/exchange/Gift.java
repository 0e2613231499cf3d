package uk.thinkuknow.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.Markdown;
import uk.thinkuknow.shared.Refused;

/** Questions in GIFT, Moodle's form for text editors. */
final class Gift {
    private static final String CONTROL = "~=#{}:\\n>";
    private static final int HIDDEN = 0xE100;
    private static final int LARGEST = 5 * 1024 * 1024;
    private static final Pattern ANSWERS = Pattern.compile("(?s)\\{\\s*([=~#TF}%]|TRUE|FALSE).*");
    private static final Pattern NAMED = Pattern.compile("(?s)^\\s*::(.*?)::(.*)$");
    private static final Pattern FORMAT = Pattern.compile("(?s)^\\s*\\[(html|moodle|plain|markdown)](.*)$");
    private static final Pattern TRUE_FALSE = Pattern.compile("(?is)^(T|TRUE|F|FALSE)\\s*(?:#(.*))?$");
    private static final Pattern WORTH = Pattern.compile("(?s)^%(-?[0-9.]+)%(.*)$");
    private static final String CATEGORY = "$CATEGORY:";

    private final Draft draft = new Draft("GIFT", "");

    private Gift() {}

    /** Is it text with answers in braces? */
    static boolean isOne(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return false;
        }
        var text = text(bytes);
        boolean readable = text.chars().limit(4000).noneMatch(sign -> sign == 0);
        return readable
                && !text.strip().matches("(?s)^[\\[{]\\s*[\"{\\[].*")
                && blocks(text).stream().anyMatch(block -> {
                    int open = block.indexOf('{');
                    return open >= 0
                            && block.indexOf('}', open) > 0
                            && (NAMED.matcher(block).matches()
                                    || ANSWERS.matcher(block.substring(open)).matches());
                });
    }

    static Imported read(String fileName, byte[] bytes) {
        var reading = new Gift();
        for (var block : blocks(text(bytes))) {
            reading.block(block);
        }
        return reading.draft.taken(fileName);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Questions are apart by an empty line, comments are left out, and what is escaped is hidden. */
    private static List<String> blocks(String text) {
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        boolean open = false;
        for (var line : text.split("\\R")) {
            var plain = line.strip();
            if (plain.startsWith("//")) {
                continue;
            }
            boolean next = plain.startsWith("::") || plain.startsWith(CATEGORY);
            if (next || plain.isEmpty() && !open) {
                end(block, blocks);
                open = false;
            }
            var hidden = hidden(line);
            for (int i = 0; i < hidden.length(); i++) {
                open = hidden.charAt(i) == '{' || hidden.charAt(i) != '}' && open;
            }
            block.append(hidden).append('\n');
        }
        end(block, blocks);
        return blocks;
    }

    private static void end(StringBuilder block, List<String> blocks) {
        if (!block.toString().isBlank()) {
            blocks.add(block.toString().strip());
        }
        block.setLength(0);
    }

    private static String hidden(String line) {
        var hidden = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int which = line.charAt(i) == '\\' && i + 1 < line.length() ? CONTROL.indexOf(line.charAt(i + 1)) : -1;
            if (which >= 0) {
                hidden.append((char) (HIDDEN + which));
                i++;
            } else {
                hidden.append(line.charAt(i));
            }
        }
        return hidden.toString();
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        for (char sign : text.toCharArray()) {
            int which = sign - HIDDEN;
            if (which < 0 || which >= CONTROL.length()) {
                shown.append(sign);
            } else {
                shown.append(CONTROL.charAt(which) == 'n' ? "\n" : String.valueOf(CONTROL.charAt(which)));
            }
        }
        return shown.toString();
    }

    private void block(String block) {
        if (block.startsWith(CATEGORY)) {
            var path = block.lines()
                    .findFirst()
                    .orElse("")
                    .substring(CATEGORY.length())
                    .strip();
            if (draft.about().title().isEmpty() && !path.contains("$")) {
                draft.title(path.substring(path.lastIndexOf('/') + 1).strip());
            }
            var rest = block.lines().skip(1).toList();
            if (!rest.isEmpty()) {
                block(String.join("\n", rest));
            }
            return;
        }
        var named = NAMED.matcher(block);
        var name = named.matches() ? RichReader.oneLine(shown(named.group(1))) : "";
        var body = named.matches() ? named.group(2).strip() : block;
        var told = name.isEmpty() ? RichReader.oneLine(shown(body)) : name;
        Quiz.taking(draft, told, () -> question(name, body));
    }

    private void question(String name, String body) {
        var formatted = FORMAT.matcher(body);
        var format = formatted.matches() ? formatted.group(1) : "moodle";
        var text = formatted.matches() ? formatted.group(2) : body;
        int open = text.indexOf('{');
        int close = text.lastIndexOf('}');
        if (open < 0 && close < 0) {
            quiz(name, words(text, format), "").read();
            return;
        }
        if (open < 0 || close < open) {
            throw new Refused("has a brace that is not closed");
        }
        var before = text.substring(0, open);
        var after = text.substring(close + 1).replaceAll("^[\";,]+\\s*$", "");
        var parts = text.substring(open + 1, close).strip().split("####", 2);
        var answers = parts[0].strip();
        var notes = parts.length > 1 ? words(parts[1], format).markdown() : "";
        boolean missing = !after.isBlank() && !after.strip().matches("[\\p{Punct}\\s]{1,3}");
        var whole = words(missing ? before + " _____ " + after : before, format);
        var quiz = quiz(name, whole, notes);
        answered(quiz, answers, format, missing ? new String[] {before, after} : null);
    }

    private Quiz quiz(String name, Rich question, String notes) {
        return new Quiz(draft, name, question, Media.NONE, notes);
    }

    private static void answered(Quiz quiz, String answers, String format, String @Nullable [] around) {
        var trueFalse = TRUE_FALSE.matcher(answers);
        if (answers.isEmpty()) {
            quiz.reflect();
        } else if (trueFalse.matches()) {
            trueFalse(quiz, trueFalse.group(1), trueFalse.group(2) == null ? "" : trueFalse.group(2), format);
        } else if (answers.startsWith("#")) {
            quiz.lost().add("how far a number may be off");
            quiz.typed(numbers(answers.substring(1).strip(), format));
        } else if (answers.contains("->")) {
            pairs(quiz, answers, format);
        } else {
            chosen(quiz, read(answers, format), answers.contains("~"), around, format);
        }
    }

    private static void trueFalse(Quiz quiz, String answer, String told, String format) {
        boolean right = answer.toUpperCase(Locale.ROOT).startsWith("T");
        var feedback = told.split("#", 2);
        var wrong = words(feedback[0], format).plain();
        var well = feedback.length > 1 ? words(feedback[1], format).plain() : "";
        quiz.statement(right, right ? well : wrong, right ? wrong : well);
    }

    private static void chosen(
            Quiz quiz, List<Quiz.Answer> answers, boolean choice, String @Nullable [] around, String format) {
        long full = answers.stream().filter(answer -> answer.worth() >= 0.99).count();
        if (!choice) {
            quiz.typed(answers);
        } else if (around != null && full == 1) {
            var gaps = new Gaps();
            var gap = "";
            for (var answer : answers) {
                var word = answer.words().plain();
                var key = gaps.word(word, word, answer.feedback());
                gap = answer.worth() >= 0.99 ? gaps.gap(key) : gap;
            }
            if (answers.stream().anyMatch(answer -> answer.worth() > 0 && answer.worth() < 0.99)) {
                quiz.lost().add("marks for answers that are right in part");
            }
            quiz.gaps(gaps, words(around[0] + gap + around[1], format));
        } else {
            quiz.choose(answers, full > 0 || answers.stream().noneMatch(answer -> answer.worth() > 0));
        }
    }

    private static void pairs(Quiz quiz, String answers, String format) {
        var pairs = new ArrayList<Pairs.Pair>();
        var things = new ArrayList<Thing>();
        var places = new ArrayList<Thing>();
        var each = answers.split("[=~]");
        Quiz.fewEnough(each.length);
        for (var answer : each) {
            var ends = answer.split("->", 2);
            if (ends.length < 2) {
                continue;
            }
            var place = quiz.thing(words(ends[1].split("#")[0], format));
            places.add(place);
            var words = words(ends[0], format);
            if (!words.isEmpty()) {
                var thing = quiz.thing(words);
                things.add(thing);
                pairs.add(new Pairs.Pair(thing, place));
            }
        }
        quiz.pairs(pairs, things, places);
    }

    private static List<Quiz.Answer> numbers(String answers, String format) {
        var several = answers.startsWith("=") || answers.startsWith("~") ? answers : "=" + answers;
        return read(several, format).stream()
                .map(answer -> new Quiz.Answer(
                        Rich.ofPlain(
                                answer.words().plain().replaceAll(":.*", "").replace("..", "–")),
                        answer.worth(),
                        answer.feedback()))
                .toList();
    }

    /** Answers begin with an equals sign if they are right, with a tilde if not, and then may say what they are worth. */
    private static List<Quiz.Answer> read(String answers, String format) {
        var read = new ArrayList<Quiz.Answer>();
        var each = answers.split("(?=[=~])");
        Quiz.fewEnough(each.length);
        for (var answer : each) {
            if (answer.isBlank()) {
                continue;
            }
            boolean signed = answer.startsWith("=") || answer.startsWith("~");
            var text = signed ? answer.substring(1).strip() : answer.strip();
            double worth = answer.startsWith("=") ? 1 : 0;
            var said = WORTH.matcher(text);
            if (said.matches()) {
                worth = QtiResponse.number(said.group(1)) / 100;
                text = said.group(2);
            }
            var told = text.split("#", 2);
            if (told[0].isBlank() && read.isEmpty() && !signed) {
                continue;
            }
            read.add(new Quiz.Answer(
                    words(told[0], format),
                    worth,
                    told.length > 1 ? words(told[1], format).plain() : ""));
        }
        return read;
    }

    private static Rich words(String text, String format) {
        var formatted = FORMAT.matcher(text);
        var own = formatted.matches() ? formatted.group(1) : format;
        var plain = shown(formatted.matches() ? formatted.group(2) : text).strip();
        return switch (own) {
            case "plain" -> Rich.ofPlain(plain);
            case "markdown" -> Rich.ofHtml(Markdown.html(plain).getValue());
            default ->
                Rich.ofHtml(text.indexOf(HIDDEN + CONTROL.indexOf('n')) >= 0 ? plain.replace("\n", "<br>") : plain);
        };
    }
}
