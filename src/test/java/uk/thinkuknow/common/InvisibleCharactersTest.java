package uk.thinkuknow.common;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which characters count as invisible. */
class InvisibleCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x7, 0x200B, 0x202E, 0x2028, 0x3164, 0x2800, 0x115F, 0xFFA0, 0x180E, 0x2064, 0xE0041, 0xE007F, 0xFDD0,
                0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xD800, 0xDFFF
            })
    void aCharacterThatNobodySeesIsFoundByItsNumberAndRemoved(int invisible) {
        var text = "5B Ro" + Character.toString(invisible) + "wan";
        var fault = InvisibleCharacters.faultInLine(text).orElseThrow();
        assertTrue(fault.contains("%04X".formatted(invisible)), fault);
        assertEquals("5B Rowan", InvisibleCharacters.removeFrom(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5B Rowan",
                "Dosbarth Ŵyn",
                "👩‍🏫 and ❤️",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F Wales"
            })
    void wordsEmojiAndTheFlagOfWalesStay(String text) {
        assertEquals("", InvisibleCharacters.faultInLine(text).orElse(""));
        assertEquals(text, InvisibleCharacters.removeFrom(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C\uDFF4", "a flag"})
    void noNameIsHiddenBehindAFlag(String flag) {
        var hidden = flag + Character.toString(0xE0041).repeat(9);
        assertTrue(InvisibleCharacters.faultInLine(hidden).isPresent());
    }
}
