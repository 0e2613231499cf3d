package uk.thinkuknow.web.names;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests what is taken for a person's name in a class name or a sentence. */
class PersonNamesTest {
    @ParameterizedTest
    @CsvSource({
        "CANARYCLASS Anna Smith, CANARYCLASS Anna",
        "5B Anna Smith, Anna Smith",
        "anna smith, anna smith",
        "ANNA SMITH, ANNA SMITH",
        "Anna's group, Anna",
        "Please keep a seat for Mohammed by the door, Mohammed",
        "Zoë O’Brien uses a wheelchair, Zoë O’Brien",
        "Cerys-Ann Pugh is away, Cerys-Ann Pugh"
    })
    void aNameIsFound(String text, String name) {
        assertEquals(Optional.of(name), PersonNames.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5B Rowan",
                "Year 5 Hedgehogs",
                "Silver Birch",
                "Class 3",
                "Reception Ladybirds",
                "Dosbarth Gwyn",
                "6JS",
                "Mrs Patel's class",
                "St George",
                "Main Hall, North Entrance",
                "Sixth Form Tutor Group 2",
                "Two children use hearing aids. The hall is upstairs.",
                "Please bring paper. We have no devices on Monday.",
                "British Sign Language",
                ""
            })
    void anOrdinaryNameOfAClassOrARoomOrASentenceIsNot(String text) {
        assertEquals(Optional.empty(), PersonNames.in(text));
    }
}
