package uk.thinkuknow.exchange;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.GivenQti.step;
import static uk.thinkuknow.exchange.GivenQti.taken;

/** Each kind of question of GIFT becomes the one here that is most like it. */
class GiftTest {
    @Test
    void choicesWithFeedbackAndWorth() {
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
    void aMissingWordIsAGap() {
        var step = step("Otter is {~cross =glad ~\\=odd} to see Owl.");

        assertTrue(step.contains("text: Otter is [glad] to see Owl.") && step.contains("text: =odd"), step);
    }

    @Test
    void statementsTellWhoIsWrongFirst() {
        var step = step("Owl is cross.{FALSE#Owl is glad.#Yes, Owl is glad.}");

        assertTrue(
                step.contains("right: false,\n    feedback-true: Owl is glad.,\n    feedback-false: Yes, Owl is glad."),
                step);
    }

    @Test
    void wordsNumbersPairsTextsAndEssays() {
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
    void commentsCategoriesEmptyLinesAndEscapes() {
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
    void markdownAndHtmlBecomeOurs() {
        assertTrue(step("[markdown]See **this**.\n\n::B:: Q?{T}").contains("text: See **this**."));
        assertTrue(step("::A:: [html]<p>One <i>two</i></p><p>three</p>{}").contains("prompt: One *two*\\n\\nthree"));
    }
}
