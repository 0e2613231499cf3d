package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import uk.thinkuknow.common.InvisibleCharacters;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepKind;

/**
 * Collects the steps, pictures and details of a lesson while a file is imported, and builds the lesson folder and the
 * import report from them.
 */
public final class LessonBuilder {
    private static final int MOST_STEPS = 20;
    private static final int MOST_TAKEN = 120;
    private static final int MOST_LINES = 500;
    /** Of one address or many: the same file may have several. */
    private static final int MOST_PICTURES = 200;

    /** In bytes: a larger drawing is not read. */
    public static final int LARGEST_DRAWING = 32 * 1024;
    /** In bytes; a little below the largest module file that is read (256 kB). */
    private static final int LARGEST_MODULE = 250 * 1024;

    private final String format;
    private final UniqueKeys stepKeys = new UniqueKeys();
    private final UniqueKeys questionKeys = new UniqueKeys();
    private final UniqueKeys pictureNames = new UniqueKeys();
    private final List<Step> steps = new ArrayList<>();
    private final List<Question> askedTwice = new ArrayList<>();
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    /** What became of the pictures by their address: a text may show the same one thousands of times. */
    private final Map<String, Made> made = new HashMap<>();

    private final List<ImportLine> lines = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int notListed;
    private ImportedLessonDetails about;
    private String ending = "";

    public LessonBuilder(String format, String title) {
        this.format = format;
        this.about = ImportedLessonDetails.nothing(title);
    }

    public void about(ImportedLessonDetails said) {
        about = said;
    }

    public ImportedLessonDetails about() {
        return about;
    }

    public void title(String title) {
        about = about.titled(title);
    }

    /** Takes the title from the last part of a question category, unless the lesson has a title already. */
    public void titleOf(String category) {
        var last = category.substring(category.lastIndexOf('/') + 1).strip();
        if (about.title().isEmpty() && !last.contains("$") && !last.equals("top")) {
            title(last.replaceFirst("^Default for ", ""));
        }
    }

    /** Sets the text that children read at the end of the lesson, in Markdown. */
    public void ending(String words) {
        ending = words;
    }

    /**
     * Adds to the teacher notes of the whole lesson.
     *
     * @throws Refused if they are longer than the module file may be
     */
    public void teacherNotes(String words) {
        about = about.noted(words);
        if (about.teacherNotes().length() > LARGEST_MODULE) {
            throw moreText();
        }
    }

    /** Adds a remark about the whole file to the report. */
    public void note(String note) {
        notes.add(note);
    }

    /** Returns a new unique key for a step, made from {@code wish} or else from {@code otherwise}. */
    public String stepKey(String wish, String otherwise) {
        return stepKeys.keyFor(wish, otherwise);
    }

    /** Returns a new unique key for a question, made from {@code wish} or else from {@code otherwise}. */
    public String questionKey(String wish, String otherwise) {
        return questionKeys.keyFor(wish, otherwise);
    }

    /**
     * Reports an item that was taken over as one step or several, or as a before-and-after question.
     *
     * @param became the kinds of steps or questions that it became
     * @param lost the parts of it that were not taken over, in words
     */
    public void reportTaken(String item, String became, Set<String> lost) {
        line(new ImportLine(named(item), became, "", List.copyOf(lost)));
    }

    /** Reports an item that was not taken over, and why. */
    public void reportLeftOut(String item, String reason) {
        line(new ImportLine(named(item), "", reason, List.of()));
    }

    private void line(ImportLine line) {
        ImportBudget.check();
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        } else {
            notListed++;
        }
    }

    /**
     * Adds a step.
     *
     * @throws Refused if the lesson has 120 steps already
     */
    public void add(Step step) {
        if (steps.size() >= MOST_TAKEN) {
            throw new Refused("content.aLessonHasRoomFor", MOST_STEPS, MOST_TAKEN);
        }
        steps.add(step);
    }

    /** Adds a before-and-after question, which children answer at the start and again at the end. */
    public void addAskedTwice(Question question) {
        ImportBudget.check();
        askedTwice.add(question);
    }

    /** Sets the text that a grown-up reads aloud at a step. */
    public void script(String step, String words) {
        scripts.put(step, words);
    }

    /**
     * Adds an SVG drawing to the lesson if it is safe and at most 32 kB. Otherwise records the reason in {@code lost}
     * and returns a picture without a file.
     */
    public Picture drawing(String source, byte[] bytes, String words, Set<String> lost) {
        return picture(source, words, lost, () -> {
            var problems =
                    bytes.length > LARGEST_DRAWING ? List.of(Remark.of("content.isTooLarge")) : SafeSvg.problems(bytes);
            return problems.isEmpty()
                    ? kept(source, bytes, "drawing", ".svg")
                    : new Made(
                            "",
                            Words.of(
                                    "content.itsDrawingWhich",
                                    last(source),
                                    problems.getFirst().words()));
        });
    }

    /**
     * Adds a photograph to the lesson, re-encoded to a small size without metadata. If it cannot be read, records the
     * reason in {@code lost} and returns a picture without a file.
     */
    public Picture photograph(String source, byte[] bytes, String words, Set<String> lost) {
        return photograph(source, bytes, UnaryOperator.identity(), words, lost);
    }

    /**
     * Adds a photograph after a change, such as to fit a scene.
     *
     * @param change may throw {@link Refused}
     */
    public Picture photograph(
            String source, byte[] bytes, UnaryOperator<byte[]> change, String words, Set<String> lost) {
        return picture(source, words, lost, () -> {
            try {
                var small = Raster.reencoded(change.apply(bytes));
                return kept(source, small, "picture", Raster.ending(small));
            } catch (Refused e) {
                return new Made("", Words.of("content.itsPictureWhich", last(source), e.why()));
            }
        });
    }

    /** A picture's file; if that is empty, why it was not taken. */
    private record Made(String file, String why) {}

    private Picture picture(String source, String words, Set<String> lost, Supplier<Made> maker) {
        ImportBudget.check();
        var known = made.get(source);
        if (known == null) {
            if (made.size() >= MOST_PICTURES) {
                throw new Refused("content.hasMorePictures", MOST_PICTURES);
            }
            known = maker.get();
            made.put(source, known);
        }
        if (known.file().isEmpty()) {
            lost.add(known.why());
        }
        return new Picture(known.file(), words);
    }

    private Made kept(String source, byte[] bytes, String otherwise, String ending) {
        var stem = last(source).replaceAll("(?i)\\.\\w+$|%[0-9a-f]{2}", " ");
        var name = pictureNames.keyFor(stem, otherwise) + ending;
        pictures.put(name, bytes);
        return new Made(name, "");
    }

    /**
     * Returns the lesson with its report, or a refusal if nothing of the file could be taken over.
     *
     * @param fileName gives the lesson's key if the file has neither key nor title
     * @throws Refused if the module file would be larger than 250 kB
     */
    public ImportResult result(String fileName) {
        if (steps.isEmpty() && askedTwice.isEmpty()) {
            return new ImportResult.ImportRefusal(
                    lines.isEmpty()
                            ? Words.of("content.nothingInThisFileIs")
                            : Words.of(
                                    "content.noneOfTheItemsOf",
                                    lines.size(),
                                    lines.getFirst().item(),
                                    lines.getFirst().reason()));
        }
        if (steps.size() > MOST_STEPS) {
            note(Words.of("content.theFileHasBroughtSteps", steps.size(), MOST_STEPS));
        }
        if (notListed > 0) {
            note(Words.of("content.theFileHasMoreItems", notListed));
        }
        var key = key(fileName);
        var files = new HashMap<String, byte[]>();
        files.put(LessonFolder.MODULE, module(key));
        pictures.forEach((name, bytes) -> files.put(LessonFolder.PICTURES + name, bytes));
        return new ImportResult.ImportedLesson(
                LessonFolder.of(key, files), new ImportReport(format, lines, List.copyOf(notes)));
    }

    private byte[] module(String key) {
        var bytes = ModuleYaml.write(ModuleYamlTree.of(key, about, ending, steps, askedTwice, scripts));
        if (bytes.length > LARGEST_MODULE) {
            throw moreText();
        }
        return bytes;
    }

    private static Refused moreText() {
        return new Refused("content.theFileHasMoreText", LARGEST_MODULE / 1024);
    }

    private String key(String fileName) {
        var withoutEnd = fileName.replaceAll("(?s)^.*[/\\\\]", "").replaceAll("(\\.[A-Za-z0-9]{1,5}){1,2}$", "");
        var wish = about.key().isEmpty() ? about.title() : about.key();
        return new UniqueKeys().keyFor(wish, withoutEnd.isEmpty() ? "lesson" : withoutEnd);
    }

    /** Returns the kind of a step as module files write it; for a step with a question, the kind of the question. */
    public static String kind(Step step) {
        return step instanceof Step.Ask ask
                ? QuestionKind.of(ask.question()).key()
                : StepKind.of(step).key();
    }

    private static String named(String item) {
        var line = RichTextReader.oneLine(InvisibleCharacters.removeFrom(item));
        return line.length() > 80 ? line.substring(0, 79) + "…" : line;
    }

    private static String last(String source) {
        return source.replaceAll("#.*", "").replaceAll("(?s)^.*/", "");
    }
}
