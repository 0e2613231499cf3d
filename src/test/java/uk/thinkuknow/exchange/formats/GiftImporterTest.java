package uk.thinkuknow.exchange.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.exchange.content.GivenQti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.refused;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests that the import turns each kind of GIFT question into the most similar kind of question or step. */
class GiftImporterTest {
    @Test
    void answersWithSharesOfTheMarksBecomeSingleOrMultipleChoices() {
        var one = step(
                "::Otter:: Who helps?{\n=Owl # Owl has time.\n~[plain]Nobody # Somebody <always> can.\n####It is so.}");
        var several = "Who helps?{~%50%Owl ~%50%Mum ~%-100%Nobody}";
        var partly = "Who helps?{~%50%Mum =Owl ~Nobody}";

        assertTrue(one.contains("kind: single-choice") && one.contains("title: Otter"), one);
        assertTrue(one.contains("text: Owl,\n      right: true,\n      feedback: Owl has time."), one);
        assertTrue(one.contains("teacher-notes: It is so."), one);
        assertTrue(step(several).contains("kind: multiple-choice"), step(several));
        assertTrue(step(partly).contains("kind: single-choice"), step(partly));
        assertTrue(taken(partly).report().lines().getFirst().lost().toString().contains("right in part"));
    }

    @Test
    void aMissingWordBecomesAGap() {
        var step = step("Otter is {~cross =glad ~\\=odd} to see Owl.");

        assertTrue(step.contains("text: Otter is [glad] to see Owl.") && step.contains("text: =odd"), step);
    }

    @Test
    void theFirstFeedbackOfATrueFalseQuestionIsForTheWrongAnswer() {
        var step = step("Owl is cross.{FALSE#Owl is glad.#Yes, Owl is glad.}");

        assertTrue(
                step.contains("right: false,\n    feedback-true: Owl is glad.,\n    feedback-false: Yes, Owl is glad."),
                step);
    }

    @Test
    void typedWordsNumbersPairsEssaysAndTextsAreImported() {
        assertTrue(step("Who helps?{=Owl =the owl}").contains("text: [owl]"));
        assertTrue(step("Two and two are {=four =4}.").contains("text: Two and two are [four]."));
        assertTrue(step("::Pi:: What is pi?{#3.141..3.142}").contains("text: 3.141–3.142"));
        assertTrue(step("When?{#\n=1822:0\n=%50%1820:2}").contains("text: 1820"));
        assertTrue(step("Match.{=Canada -> Ottawa\n=Italy -> Rome\n=Japan -> Tokyo\n= -> Oslo}")
                .contains("kind: match"));
        assertTrue(step("::E:: Write to Owl.{}").contains("kind: reflection"));
        assertTrue(step("::A:: Just a text.\n\n::B:: Q?{T}").contains("text: Just a text."));
    }

    @Test
    void commentsAreDroppedACategoryGivesTheTitleAndEscapesAreDecoded() {
        var taken = taken("""
                // a comment
                $CATEGORY: $course$/top

                $CATEGORY: tom/dick/Staying safe

                ::1\\:one:: Is \\{this\\} so?{
                //a comment inside
                =yes

                ~no
                }

                Broken { =a ~b

                ::2::Is it?{T}
                """);

        assertEquals("Staying safe", GivenQti.tree(taken).get("title").asText());
        var lines = taken.report().lines();
        assertEquals("1:one", lines.getFirst().item());
        assertTrue(lines.get(1).reason().contains("not closed"), lines.toString());
        assertEquals("true-false", lines.get(2).became());
        assertEquals(
                "Is {this} so?",
                GivenQti.tree(taken)
                        .get("steps")
                        .get(0)
                        .get("question")
                        .get("stem")
                        .asText());
    }

    @Test
    void markdownAndHtmlBecomeMarkdown() {
        assertTrue(step("[markdown]See **this**.\n\n::B:: Q?{T}").contains("text: See **this**."));
        assertTrue(step("::A:: [html]<p>One <i>two</i></p><p>three</p>{}").contains("prompt: One *two*\\n\\nthree"));
    }

    @Test
    void bracesOfFormulasAndProgramsAreNotTakenForAnswers() {
        var formula = step("::F:: How much is $\\dfrac{2x - 4}{3}$ if x is 5? {\n  ~$\\dfrac{1}{2}$\n  =$x = 2$\n}");
        var programme = step("""
                ::P:: What does it draw?
                <pre>
                p { color: red }

                b { color: blue }
                </pre>
                {
                  ~p {margin: 0;}
                  =b {color: blue;}
                }""");
        var even = step("The chance is $\\dfrac{1}{2}$. {T}");

        assertTrue(formula.contains("stem: How much is $\\\\dfrac{2x - 4}{3}$ if x is 5?"), formula);
        assertTrue(formula.contains("text: $x = 2$,\n      right: true"), formula);
        assertTrue(formula.contains("text: $\\\\dfrac{1}{2}$"), formula);
        assertTrue(programme.contains("b { color: blue }"), programme);
        assertTrue(programme.contains("text: b {color: blue;},\n      right: true"), programme);
        assertTrue(even.contains("kind: true-false") && even.contains("{1}{2}"), even);
    }

    @Test
    void twoListsOfAnswersAreRefusedWithAReason() {
        assertTrue(refused("One {=a} and two {=b}.").contains("more than one list of answers"));
    }

    @Test
    void generalFeedbackAfterTheBracesBecomesTeacherNotes() {
        var step = step("::Q:: Who helps? {\n=Owl\n~Nobody\n} #### Owl has <b>time</b>.");

        assertTrue(step.contains("stem: Who helps?"), step);
        assertTrue(step.contains("teacher-notes: Owl has **time**."), step);
    }

    @Test
    void aSingleAnswerNeedsNoSignAndTheFormatMayPrecedeTheName() {
        var bare = step("::H:: Who helps? {Owl}");
        var formed = step("[markdown]::Bold:: Which tag is **bold**? {=<b>}");
        var numbered = step("When? {\n=42:0 #Just so.\n=%50%41:1\n}");

        assertTrue(bare.contains("text: [owl]"), bare);
        assertTrue(formed.contains("title: Bold") && formed.contains("text: <b>"), formed);
        assertTrue(numbered.contains("text: 42\n") || numbered.contains("text: 42,"), numbered);
    }

    @Test
    void anOrderingQuestionBecomesAPutInOrderQuestion() {
        var step = step("::M::[html]Put these in order.{>2     none\nWake\nEat\nPlay\n}");

        assertTrue(step.contains("kind: put-in-order"), step);
        assertTrue(step.indexOf("text: Wake") < step.indexOf("text: Play"), step);
    }

    @Test
    void anArrowInAChoiceMakesNoPairs() {
        var step = step("Which arrow? {~a -> b\n=b -> c\n~d}");

        assertTrue(step.contains("kind: single-choice") && step.contains("text: b -> c"), step);
    }

    @Test
    void anAnswerSignInsideALineStartsNoAnswerIfEachAnswerHasItsOwnLine() {
        var step = step(
                "Which link? {\n~%-50%&lt;a href=&quot;x&quot;&gt;\n~%50%&lt;b rel=&quot;y&quot;&gt;\n~%50%&lt;c&gt;\n}");

        assertTrue(step.contains("text: <b rel=\\y\\>,\n      right: true"), step);
        assertFalse(step.contains("key: y"), step);
    }

    @Test
    void utf16AndWindowsLineEndsAreRead() {
        var text = "\uFEFF::Größe:: Wie groß?{\r\n~klein\r\n=groß#Genau!\r\n}\r\n\r\n::B:: Ja?{T}\r\n";

        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            var taken = LessonZipImporterTest.taken("a.txt", text.getBytes(charset));

            assertEquals(2, taken.report().cameOver(), charset.name());
            assertEquals("Größe", taken.report().lines().getFirst().item());
        }
    }

    @Test
    void feedbackForAllOtherAnswersIsNotOfferedAsAnAnswer() {
        var step = step("How fast?{#\n=60:0\n~#Way by time.\n}");

        assertTrue(step.contains("text: 60"), step);
        assertFalse(step.contains("Way by time"), step);
    }
}
