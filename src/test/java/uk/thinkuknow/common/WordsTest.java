package uk.thinkuknow.common;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WordsTest {
    @Test
    void englishHasTwoPluralFormsAndSeparatesThousands() {
        var words = words("en-GB", "{n, plural, one {# child} other {# children}}", "n");
        assertEquals("1 child", words.format(1));
        assertEquals("0 children", words.format(0));
        assertEquals("1,200 children", words.format(1200L));
    }

    @Test
    void welshHasSixPluralForms() {
        var words = words("cy", "{n, plural, zero {z} one {o} two {t} few {f} many {m} other {#}}", "n");
        assertEquals(
                List.of("z", "o", "t", "f", "4", "5", "m", "7"),
                List.of(0, 1, 2, 3, 4, 5, 6, 7).stream().map(words::format).toList());
    }

    @Test
    void anArgumentIsNeverReadAsAPattern() {
        assertEquals(
                "Hello {n, plural} 'x' <b>",
                words("en-GB", "Hello {name}", "name").format("{n, plural} 'x' <b>"));
    }

    @Test
    void aYearIsPassedAsTextAndKeepsItsDigits() {
        assertEquals("in 2027", words("en-GB", "in {year}", "year").format("2027"));
    }

    @Test
    void aMissingArgumentIsRefusedWithoutTheOthersBeingNamed() {
        var words = words("en-GB", "{a} and {b}", "a", "b");
        var refused = assertThrows(IllegalArgumentException.class, () -> words.format("a secret"));
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
    }

    @Test
    void aTextInThePlaceOfANumberIsRefusedWithoutBeingNamed() {
        var words = words("en-GB", "{n, plural, one {# child} other {# children}}", "n");
        var refused = assertThrows(IllegalArgumentException.class, () -> words.format("a secret"));
        assertEquals("test.key needs a number where it has a plural", refused.getMessage());
        assertNull(refused.getCause());
    }

    @Test
    void nothingIsAnEmptyText() {
        assertEquals("Hello .", words("en-GB", "Hello {name}.", "name").format((Object) null));
    }

    @Test
    void linksAndEmphasisAreMarkupAndALessThanSignIsNot() {
        assertTrue(words("en-GB", "See <a href=\"{href}\">it</a>", "href").isMarkup());
        assertFalse(words("en-GB", "has a comment with < or > in it").isMarkup());
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Words.of("common.noSuchSentence"));
        assertThrows(IllegalArgumentException.class, () -> Words.of("back"));
    }

    private static Words words(String language, String pattern, String... parameters) {
        return new Words("test.key", List.of(parameters), pattern, Locale.forLanguageTag(language));
    }
}
