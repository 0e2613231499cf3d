package uk.thinkuknow.operations.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests what counts as an email address. */
class LetterTest {
    @Test
    void anAddressOfPlainLettersAndSignsIsTaken() {
        assertTrue(Letter.isAddress("o'brien+school@st-mary.example"));
    }

    /** For the database {@code á} is {@code a}: its owner would take over what belongs to the address without it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"joánna@demo.example", "someone@démo.example", "ﬁona@demo.example", "a\u200bb@demo.example"})
    void anAddressWithOtherLettersIsRefused(String address) {
        assertFalse(Letter.isAddress(address));
    }
}
