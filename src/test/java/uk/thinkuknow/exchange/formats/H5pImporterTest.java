package uk.thinkuknow.exchange.formats;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.exchange.content.GivenQti;
import uk.thinkuknow.exchange.content.ImportLine;
import uk.thinkuknow.exchange.content.ImportResult;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the import turns each kind of H5P content into the most similar kind of question or step. */
class H5pImporterTest {
    private static GivenArchive archive(String library, String content) {
        return GivenArchive.with("h5p.json", "{\"title\":\"My quiz\",\"mainLibrary\":\"" + library + "\"}")
                .and("content/content.json", content)
                .and(library + "-1.0/library.json", "{}");
    }

    private static ImportResult.ImportedLesson taken(String library, String content) {
        return LessonZipImporterTest.taken("quiz.h5p", archive(library, content).zip());
    }

    private static String step(String library, String content) {
        return GivenQti.tree(taken(library, content))
                .get("steps")
                .get(0)
                .toString()
                .replace("\"", "");
    }

    private static final String CHOICE = """
            {"question":"<p>Who helps?</p>","media":{"type":{"params":{}}},"answers":[
            {"text":"<div>Owl</div>","correct":true,"tipsAndFeedback":{"tip":"","chosenFeedback":"<div>Owl has time.</div>"}},
            {"text":"<div>Nobody</div>","correct":false,"tipsAndFeedback":{}}],"behaviour":{"type":"auto","randomAnswers":true}}""";

    @Test
    void contentOfManyPartsOrLettersIsRefusedBeforeItTakesTheMemory() {
        var many = "{\"a\":[" + "[],".repeat(60_000) + "[]]}";
        var letters = IntStream.range(0, 400_000).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertTrue(refused(many).contains("content/content.json in the archive has too many parts"), refused(many));
        var large = "{\"a\":\"" + letters + "\"}";
        assertTrue(refused(large).contains("content/content.json in the archive is larger than 2 MB"), refused(large));
    }

    /** Each text would be copied once for each gap that follows it. */
    @Test
    void veryManyTextsWithGapsAreLeftOutBeforeTheyTakeTheMemory() {
        var texts = "\"" + words(80_000) + "\"" + ",\"*a*\"".repeat(45_000);
        var content = "{\"text\":\"t\",\"questions\":[" + texts + "]}";
        assertMemory(archive("H5P.Blanks", content).zip());
    }

    @Test
    void aDrawingThatIsTooLargeIsNotReadForEachQuestionAboutIt() {
        var question = """
                {"library":"H5P.ImageHotspotQuestion 1.8","params":{"imageHotspotQuestion":{"backgroundImageSettings":\
                {"path":"a.svg"},"hotspotSettings":{"hotspot":[]}}}}""";
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><desc>" + words(200_000)
                + "</desc></svg>";
        assertMemory(archive("H5P.Column", "{\"content\":[" + (question + ",").repeat(99) + question + "]}")
                .and("content/a.svg", drawing)
                .zip());
    }

    /** Words that cannot be packed: an archive that unpacks to very many times its size is refused. */
    private static String words(int many) {
        return new Random(7).ints(many).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void assertMemory(byte[] zip) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        LessonImporter.read("quiz.h5p", zip);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < 200_000_000, taken + " bytes");
    }

    private static String refused(String content) {
        var zip = archive("H5P.MultiChoice", content).zip();
        return assertInstanceOf(ImportResult.ImportRefusal.class, LessonImporter.read("quiz.h5p", zip))
                .why();
    }

    @Test
    void aMultiChoiceBecomesASingleOrMultipleChoice() {
        var several = CHOICE.replace("\"correct\":false", "\"correct\":true");

        assertTrue(step("H5P.MultiChoice", CHOICE).contains("kind:single-choice"));
        assertTrue(step("H5P.MultiChoice", CHOICE).contains("text:Owl,right:true,feedback:Owl has time."));
        assertTrue(step("H5P.MultiChoice", several).contains("kind:multiple-choice"));
    }

    @Test
    void aTrueFalseQuestionKeepsItsAnswerAndBothFeedbacks() {
        var step = step("H5P.TrueFalse", """
                {"question":"<p>Owl is cross.</p>","correct":"false",
                "behaviour":{"feedbackOnCorrect":"Yes.","feedbackOnWrong":"Owl is glad."}}""");

        assertTrue(step.contains("right:false,feedback-true:Owl is glad.,feedback-false:Yes."), step);
    }

    @Test
    void draggedAndTypedWordsBecomeGaps() {
        var dragged = step("H5P.DragText", """
                {"taskDescription":"<p>Drag the words.</p>","textField":"*Otter:swims* plays.\\nOwl *reads\\\\+Yes.\\\\-No.* a book.",
                "distractors":"*flies* *sinks*"}""");
        var typed = step("H5P.Blanks", """
                {"text":"<p>Fill in.</p>","questions":["<p>Owl is *glad/happy:How?* to *help*.</p>"]}""");

        assertTrue(dragged.contains("stem:Drag the words."), dragged);
        assertTrue(dragged.contains("text:[otter] plays.\\n\\nOwl [reads] a book."), dragged);
        assertTrue(dragged.contains("text:sinks") && dragged.contains("text:reads,feedback:Yes."), dragged);
        assertTrue(typed.contains("text:Owl is [glad] to [help]."), typed);
    }

    @Test
    void eachQuestionOfASetIsImportedOrReportedAsLeftOut() {
        var set = """
                {"introPage":{"showIntroPage":true,"title":"Hello","introduction":"<p>Welcome.</p>"},"randomQuestions":true,
                "questions":[{"library":"H5P.MultiChoice 1.16","params":CHOICE,"metadata":{"title":"First"}},
                {"library":"H5P.SingleChoiceSet 1.11","params":{"choices":[{"question":"<p>A?</p>","answers":["a","b"]},
                {"question":"<p>B?</p>","answers":["c","d"]}]},"metadata":{"title":"Untitled Single Choice Set"}},
                {"library":"H5P.MarkTheWords 1.9","params":{"textField":"*a* b"},"metadata":{"title":"Marks"}},
                {"library":"H5P.FindTheHotspot 1.0","params":{},"metadata":{"title":"Hot"}}]}""".replace("CHOICE", CHOICE);

        var taken = taken("H5P.QuestionSet", set);

        assertEquals(
                List.of("read", "single-choice", "single-choice", "single-choice", "multiple-choice", ""),
                taken.report().lines().stream().map(ImportLine::became).toList());
        assertTrue(taken.report().lines().getLast().reason().contains("FindTheHotspot"));
        assertTrue(taken.report().notes().getFirst().contains("by chance"));
        assertEquals("my-quiz", taken.folder().name());
    }

    @Test
    void textsOrdersCardsSummariesEssaysAndDragsOfAPageAreImported() {
        var page = """
                {"content":[{"content":{"library":"H5P.AdvancedText 1.1","params":{"text":"<h2>Hi</h2><p>Read.</p>"}}},
                {"content":{"library":"H5P.Image 1.1","params":{"file":{"path":"images/a.png"}}}},
                {"content":{"library":"H5P.SortParagraphs 0.11","params":{"taskDescription":"Order.","paragraphs":["a","b","c"]}}},
                {"content":{"library":"H5P.Dialogcards 1.9","params":{"description":"Match.","dialogs":[
                {"text":"a","answer":"1"},{"text":"b","answer":"2"}]}}},
                {"content":{"library":"H5P.Summary 1.10","params":{"intro":"Which is so?","summaries":[{"summary":["yes","no"]}]}}},
                {"content":{"library":"H5P.Essay 1.5","params":{"taskDescription":"<p>Write.</p>"}}},
                {"content":{"library":"H5P.DragQuestion 1.14","params":{"question":{"settings":{"questionTitle":"Lay."},"task":{
                "elements":[{"type":{"library":"H5P.AdvancedText 1.1","params":{"text":"<p>cat</p>"}}},
                {"type":{"library":"H5P.AdvancedText 1.1","params":{"text":"<p>dog</p>"}}}],
                "dropZones":[{"label":"<div>Meow</div>","correctElements":["0"]},{"label":"<div>Woof</div>","correctElements":["1"]}]}}}}}]}""";

        assertEquals(
                List.of("read", "put-in-order", "match", "single-choice", "reflection", "match"),
                taken("H5P.Column", page).report().lines().stream()
                        .map(ImportLine::became)
                        .toList());
    }

    @Test
    void aDrawingAboveTheQuestionIsImported() {
        var zip = archive(
                        "H5P.MultiChoice",
                        CHOICE.replace(
                                "{\"params\":{}}",
                                "{\"library\":\"H5P.Image 1.1\",\"params\":{\"file\":{\"path\":\"images/fox.svg\"},\"alt\":\"A fox\"}}"))
                .and("content/images/fox.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
                .zip();

        assertTrue(LessonZipImporterTest.taken("q.h5p", zip).folder().files().containsKey("pictures/fox.svg"));
    }

    @Test
    void tablesPanelsAndPictureNotesBecomeStepsToRead() {
        var page = """
                {"content":[{"content":{"library":"H5P.Table 1.1","params":{"text":"<table><tr><td>Fat</td><td>0.3 g</td></tr></table>"}}},
                {"content":{"library":"H5P.Accordion 1.0","params":{"panels":[{"title":"Owl","content":{"library":"H5P.AdvancedText 1.1",
                "params":{"text":"<p>Owl reads.</p>"}}}]}}},
                {"content":{"library":"H5P.ImageHotspots 1.8","params":{"hotspots":[{"header":"Otter","content":[
                {"library":"H5P.Text 1.1","params":{"text":"<p>Otter swims.</p>"}},{"library":"H5P.Text 1.1","params":{"text":"<p>It plays.</p>"}}]}]}}}]}""";

        var taken = taken("H5P.Column", page);

        assertEquals(
                List.of("read", "read", "read"),
                taken.report().lines().stream().map(ImportLine::became).toList());
        assertEquals("Owl", taken.report().lines().get(1).item());
        assertEquals(
                List.of("where on its picture it stands"),
                taken.report().lines().getLast().lost());
        assertTrue(GivenQti.tree(taken).toString().contains("Otter swims.\\n\\nIt plays."));
    }

    @Test
    void picturesDraggedOntoNamedZonesAreMatchedByTheirAlternativeText() {
        var step = step("H5P.DragQuestion", """
                {"question":{"settings":{"questionTitle":"Lay."},"task":{"elements":[
                {"dropZones":[],"type":{"params":{"text":"<p>Only stands there</p>"}}},
                {"dropZones":["0","1"],"type":{"params":{"file":{"path":"images/a.png"},"alt":"A cat"}}},
                {"dropZones":["0","1"],"type":{"params":{"file":{"path":"images/b.png"},"alt":"A dog"}}}],
                "dropZones":[{"label":"<div>Meow</div>","showLabel":false,"correctElements":["1"]},
                {"label":"<div>Woof</div>","correctElements":["2"]}]}}}""");

        assertTrue(step.contains("kind:match"), step);
        assertTrue(step.contains("A cat") && step.contains("Meow") && !step.contains("Only stands there"), step);
    }

    @Test
    void thePictureAboveATextWithGapsIsImported() {
        var zip = archive(
                        "H5P.DragText",
                        "{\"media\":{\"type\":{\"params\":{\"file\":{\"path\":\"images/fox.svg\"},\"alt\":\"A fox\"}}},"
                                + "\"taskDescription\":\"Drag.\",\"textField\":\"A *fox* and an *owl*.\"}")
                .and("content/images/fox.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
                .zip();

        assertTrue(LessonZipImporterTest.taken("q.h5p", zip).folder().files().containsKey("pictures/fox.svg"));
    }

    @Test
    void aFileWithHundredsOfProgramFilesIsImported() {
        var archive = archive("H5P.MultiChoice", CHOICE);
        for (int i = 0; i < 600; i++) {
            archive.and("H5P.JoubelUI-1.3/language/" + i + ".json", "{}");
        }

        assertTrue(LessonZipImporterTest.taken("q.h5p", archive.zip()).report().cameOver() == 1);
    }

    @Test
    void brokenOrTooDeeplyNestedContentIsRefused() {
        for (var content : List.of("", "[]", "{", "{\"a\":".repeat(100_000))) {
            assertInstanceOf(
                    ImportResult.ImportRefusal.class,
                    LessonImporter.read("q.h5p", archive("H5P.Column", content).zip()));
        }
    }

    @Test
    void wordsToMarkBecomeAnswersAndTheirTextTheScene() {
        var step = step("H5P.MarkTheWords", """
                {"taskDescription":"<p>Mark the verbs.</p>","textField":"<p>Owl *reads* and Otter *swims\\\\+Well.\\\\-*.</p>"}""");

        assertTrue(step.contains("scene:Owl reads and Otter swims."), step);
        assertTrue(step.contains("kind:multiple-choice") && step.contains("stem:Mark the verbs."), step);
        assertTrue(step.contains("text:swims,right:true") && step.contains("text:Otter,feedback"), step);
    }

    @Test
    void tooManyWordsToMarkAreRefusedAndFurtherWrongWordsAreReportedAsLost() {
        var words = "one two three four five six seven eight nine *ten*";
        var lost = taken("H5P.MarkTheWords", "{\"textField\":\"" + words + "\"}")
                .report()
                .lines()
                .getFirst()
                .lost();

        assertTrue(lost.toString().contains("5 of its text stand among the answers"), lost.toString());
        assertTrue(refused(
                        "H5P.MarkTheWords",
                        "{\"textField\":\"" + words.replaceAll("(\\w+)", "*$1*").replace("**", "*") + "\"}")
                .contains("more than there is room for"));
        assertTrue(refused("H5P.MarkTheWords", "{\"textField\":\"no mark\"}").contains("which words are right"));
    }

    private static String refused(String library, String content) {
        var read = LessonImporter.read("quiz.h5p", archive(library, content).zip());
        return assertInstanceOf(ImportResult.ImportRefusal.class, read, read.toString())
                .why();
    }

    @Test
    void picturesToChooseFromNeedAlternativeText() {
        var content = """
                {"question":"<p>Which is an owl?</p>","options":[
                {"correct":true,"media":{"params":{"alt":"An owl","file":{"path":"images/a.svg"}},"library":"H5P.Image 1.1"}},
                {"correct":false,"media":{"params":{"alt":"A cat","file":{"path":"images/b.svg"}},"library":"H5P.Image 1.1"}}]}""";

        assertTrue(step("H5P.MultiMediaChoice", content).contains("text:An owl,right:true"), content);
        assertTrue(refused("H5P.MultiMediaChoice", content.replace("A cat", "")).contains("say no words"));
    }

    @Test
    void anUnknownContentTypeIsReportedAlsoIfItHoldsAPicture() {
        var taken = taken("H5P.Column", """
                {"content":[{"content":{"library":"H5P.Text 1.1","params":{"text":"<p>Read.</p>"}}},
                {"content":{"library":"H5P.Odd 1.0","metadata":{"title":"Odd"},"params":{"a":{"library":"H5P.Image 1.1","params":{}}}}}]}""");

        assertEquals("Odd", taken.report().lines().get(1).item());
        assertTrue(
                taken.report().lines().get(1).reason().contains("no like here"),
                taken.report().toString());
    }

    @Test
    void hotspotsBecomeSpotsOfWhichAtLeastOneMustBeRight() {
        var content = """
                {"imageHotspotQuestion":{"backgroundImageSettings":{"path":"images/a.svg","width":640,"height":400},
                "hotspotSettings":{"taskDescription":"Where is the owl?","noneSelectedFeedback":"Nowhere.","hotspot":[
                {"userSettings":{"correct":true,"feedbackText":"There."},"computedSettings":{"x":50,"y":25,"width":25,"height":50,"figure":"circle"}},
                {"userSettings":{"correct":false},"computedSettings":{"x":0,"y":0,"width":20,"height":20,"figure":"rectangle"}}]}}}""";
        var step = step("H5P.ImageHotspotQuestion", content);

        assertTrue(step.contains("kind:spot-it") && step.contains("stem:Where is the owl?"), step);
        assertTrue(step.contains("x:320,y:100,width:160,height:200,right:true,feedback:There."), step);
        assertTrue(refused("H5P.ImageHotspotQuestion", content.replace("true", "false"))
                .contains("which place"));
    }

    @Test
    void fiveGapsBecomeFiveStepsEachWithTheNextSpelling() {
        var gap = "\"<p>*owl/otter/fox/hare/mole*</p>\"";
        var steps = GivenQti.tree(taken(
                        "H5P.Blanks",
                        "{\"text\":\"<p>Name all.</p>\",\"questions\":[\"<p>Five live here.</p>\"," + gap + "," + gap
                                + "," + gap + "," + gap + "," + gap + "]}"))
                .get("steps");

        assertEquals(5, steps.size());
        assertTrue(
                steps.get(0).toString().contains("[owl]")
                        && steps.get(1).toString().contains("[otter]"),
                steps.toString());
        assertTrue(
                steps.get(0).toString().contains("Five live here."),
                steps.get(0).toString());
    }

    @Test
    void anEmptySummaryOfAVideoIsSkipped() {
        var taken = taken("H5P.InteractiveVideo", """
                {"interactiveVideo":{"a":{"library":"H5P.Text 1.1","params":{"text":"<p>Read.</p>"}},"summary":{"task":{
                "library":"H5P.Summary 1.10","params":{"intro":"Choose.","summaries":[{"subContentId":"x","tip":""}]}}}}}""");

        assertEquals(1, taken.report().lines().size());
    }

    @Test
    void wrappedContentAndTheHotspotTextsOfOlderFilesAreRead() {
        var cased = "{\"library\":{\"name\":\"H5P.MultiChoice\"},\"params\":" + CHOICE + "}";
        var places = """
                {"hotspots":[{"header":"Nest","content":"<p>It is warm.</p>","action":{"library":"H5P.Text 1.1","params":{"text":"<p>And dry.</p>"}}}]}""";

        assertTrue(step("H5P.MultiChoice", cased).contains("kind:single-choice"));
        assertTrue(
                step("H5P.ImageHotspots", places).contains("It is warm.\\n\\nAnd dry."),
                step("H5P.ImageHotspots", places));
    }

    @Test
    void theCoverOfABookIsItsFirstStep() {
        var step = step("H5P.InteractiveBook", """
                {"showCoverPage":true,"bookCover":{"coverDescription":"<p>Of owls.</p>"},
                "chapters":[{"library":"H5P.Text 1.1","params":{"text":"<p>Read.</p>"}}]}""");

        assertTrue(step.contains("text:Of owls."), step);
    }
}
