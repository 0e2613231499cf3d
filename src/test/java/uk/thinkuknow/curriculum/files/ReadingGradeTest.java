package uk.thinkuknow.curriculum.files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests syllable counts and the Flesch–Kincaid grade. */
class ReadingGradeTest {
    @ParameterizedTest
    @CsvSource({
        "a,1",
        "the,1",
        "otter,2",
        "hope,1",
        "hopes,1",
        "hoped,1",
        "wanted,2",
        "boxes,2",
        "table,2",
        "agree,2",
        "people,2",
        "secret,2",
        "password,2",
        "remember,3",
        "grown-up,2",
        "conversation,4",
        "responsibility,6",
        "don’t,1",
        "1111,1"
    })
    void theSyllablesOfAWordAreCountedAsItIsSpoken(String word, int syllables) {
        assertEquals(syllables, ReadingGrade.syllables(word));
    }

    @Test
    void theGradeFollowsTheFleschKincaidFormula() {
        // 10 words in 2 sentences, 12 syllables: 0.39 × 5 + 11.8 × 1.2 − 15.59
        assertEquals(0.52, ReadingGrade.of("The fox ran to the gate. A robin sang softly."), 0.005);
    }

    @Test
    void longSentencesOfLongWordsAreHarderThanShortOnes() {
        var easy = "A friend asks for your photo. You can say no. Then tell a grown-up.";
        var hard =
                "Whenever an acquaintance unexpectedly requests photographs, declining immediately and subsequently informing a responsible adult is invariably recommended.";
        assertTrue(ReadingGrade.of(hard) > ReadingGrade.of(easy) + 10);
    }

    @Test
    void anEmptyTextHasGradeZero() {
        assertEquals(0, ReadingGrade.of(""));
        assertEquals(0, ReadingGrade.of("\n\n- \n"));
    }
}
