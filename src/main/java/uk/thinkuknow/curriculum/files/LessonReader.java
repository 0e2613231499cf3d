package uk.thinkuknow.curriculum.files;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.HelpRoute;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Strand;

/**
 * Parses a lesson's folder ({@code module.yaml}, pictures, recordings) and checks it; the only parser, used by import,
 * tests and the studio.
 */
public final class LessonReader {
    private static final List<String> STRANDS =
            Arrays.stream(Strand.values()).map(Strand::key).toList();
    private static final List<String> ROUTES =
            Arrays.stream(HelpRoute.values()).map(HelpRoute::key).toList();
    private static final int FORMAT = 1;
    static final int FEWEST_STEPS = 3;
    private static final int MOST_STEPS = 20;

    private final LessonFolder folder;
    private final Findings findings;
    private final PictureReader pictures;
    private final RecordingReader recordings;

    LessonReader(LessonFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
        this.pictures = new PictureReader(folder);
        this.recordings = new RecordingReader(folder);
    }

    /** Reads a folder and returns the lesson, or all problems to correct. Never throws, even for a hostile folder. */
    public static LessonReadResult read(LessonFolder folder) {
        return new LessonReader(folder, new Findings()).read();
    }

    /**
     * Returns an unfinished lesson for its author's preview: missing or wrong parts are empty or left out. Empty if the
     * file is not a lesson at all.
     */
    public static Optional<Lesson> readUnfinished(LessonFolder folder) {
        var findings = new Findings();
        var file = folder.bytes(LessonFolder.MODULE);
        return new YamlFile(LessonFolder.MODULE, findings)
                .read(file)
                .map(new LessonReader(folder, findings)::lesson)
                .map(lesson -> LessonFacts.withFacts(lesson, Facts.packaged()).lesson());
    }

    private LessonReadResult read() {
        if (!folder.files().containsKey(LessonFolder.MODULE)) {
            findings.add(LessonFolder.MODULE, "", 0, Remark.of("files.isNotInTheFolder", folder.name()));
            return new LessonReadResult.Faulty(findings.inOrder());
        }
        var lesson = new YamlFile(LessonFolder.MODULE, findings)
                .read(folder.bytes(LessonFolder.MODULE))
                .map(this::lesson);
        var advice = lesson.map(this::advice).orElse(List.of());
        return lesson.isPresent() && findings.none()
                ? new LessonReadResult.Fine(lesson.get(), pictures.used(), recordings.used(), advice)
                : new LessonReadResult.Faulty(findings.inOrder(), advice);
    }

    private List<Problem> advice(Lesson lesson) {
        return Stream.concat(
                        LessonAdvice.of(lesson, findings).stream(),
                        RightsReader.advice(lesson.rights(), folder).stream())
                .toList();
    }

    /** Reads the fields of a lesson's file and reports the problems in them. */
    Lesson lesson(Fields fields) {
        fields.whole("format", FORMAT, FORMAT, "write \"format: 1\"");
        var key = fields.key("key");
        if (!key.isEmpty() && !key.equals(folder.name())) {
            fields.found("key", Remark.of("files.mustBeTheNameOf", folder.name()));
        }
        var band = band(fields);
        findings.readFor(BandDesign.of(band).orElse(null));
        var language = fields.oneOf("language", List.of("en", "cy"), Words.of("files.writeEnForEnglishOr"));
        findings.readIn(language);
        var objectives = fields.textsForChildren("objectives", 1, 8, Words.of("files.sayWhatChildrenCanDo"));
        var reader = new StepReader(pictures, recordings, objectives.size());
        var steps = fields.each("steps", FEWEST_STEPS, MOST_STEPS, Words.of("files.giveTheSteps"), reader::read);
        var asked = BeforeAndAfterQuestions.read(fields, new QuestionReader(pictures));
        var lesson = new Lesson(
                key,
                title(fields),
                band,
                language,
                fields.whole("minutes", 5, 90, Words.of("files.sayHowLongTheLesson")),
                Boolean.TRUE.equals(fields.flag("lesson-only")),
                fields.text("summary", Words.of("files.sayInASentenceOr")),
                objectives,
                strands(fields),
                fields.text("teacher-notes", Words.of("files.tellTheTeacherWhatTo")),
                BeforeAndAfterQuestions.around(steps, asked, band, language),
                fields.words("ending", Words.of("files.sayWhatWeLearntAnd")),
                help(fields, band),
                BeforeAndAfterQuestions.narrated(reader.narration(), asked, band, language),
                reader.aims(),
                RightsReader.read(fields, folder),
                contentGuidance(fields),
                Lesson.EDITION);
        fields.reportUnknownFields();
        return lesson;
    }

    private static String contentGuidance(Fields fields) {
        var guidance = fields.has("content-guidance")
                ? fields.text("content-guidance", Words.of("files.sayWhatItSpeaksOf"))
                : "";
        if (guidance.length() > 300) {
            fields.found("content-guidance", Remark.of("files.contentGuidanceTooLong"));
        }
        return guidance;
    }

    /** The reader knows no table of bands: a lesson for ages that are no band is refused when it is published. */
    private static String band(Fields fields) {
        var band = fields.text("band", Words.of("files.sayForWhichAgesIt"));
        if (!band.isEmpty() && AgeRange.of(band).isEmpty()) {
            fields.found("band", Remark.of("files.areNoAges", band));
        }
        return band;
    }

    private static String title(Fields fields) {
        var title = fields.words("title", Words.of("files.giveTheLessonAName"));
        if (title.length() > 80) {
            fields.found("title", Remark.of("files.titleTooLong"));
        }
        return title;
    }

    private static List<String> strands(Fields fields) {
        var strands = fields.texts("strands", 1, STRANDS.size(), Words.of("files.nameTheStrandsOfEducation"));
        known(fields, "strands", strands, STRANDS, "strand");
        return strands;
    }

    /**
     * Reads the help routes and checks the rules: "grown-up" always comes first; ages 4 to 7 have nothing else;
     * Childline is required from age 8; Report Remove is allowed from age 11.
     */
    private static List<String> help(Fields fields, String band) {
        var help = fields.texts("help", 1, ROUTES.size(), Words.of("files.sayWhomAChildCan"));
        known(fields, "help", help, ROUTES, Words.of("files.wayToGetHelp"));
        boolean young = BandDesign.FROM_FOUR.isOf(band);
        if (!help.isEmpty() && !help.getFirst().equals(HelpRoute.GROWN_UP.key())) {
            fields.found("help", Remark.of("files.mustBeginWithGrownUp"));
        }
        if (young && help.size() > 1) {
            fields.found("help", Remark.of("files.mayOnlyNameGrownUp"));
        }
        if (!young && !help.isEmpty() && !help.contains(HelpRoute.CHILDLINE.key())) {
            fields.found("help", Remark.of("files.mustNameChildline"));
        }
        if (BandDesign.FROM_EIGHT.isOf(band) && help.contains(HelpRoute.REPORT_REMOVE.key())) {
            fields.found("help", Remark.of("files.mayNameReportRemoveOnly"));
        }
        return help;
    }

    private static void known(Fields fields, String name, List<String> words, List<String> known, String what) {
        var seen = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var where = name + "[" + (i + 1) + "]";
            if (!word.isEmpty() && !known.contains(word)) {
                fields.found(where, Remark.of("files.isNotA", what, Spelling.suggestion(word, known)));
            } else if (!word.isEmpty() && !seen.add(word)) {
                fields.found(where, Remark.of("files.isThereTwice"));
            }
        }
    }
}
