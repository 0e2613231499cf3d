package uk.thinkuknow.attendance.paper;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests writing the template for paper registers and reading the filled-in file. */
class PaperRegisterFileTest {
    @Test
    void aFilledInTemplateIsReadWithoutEmptyRowsAndAddedApostrophes() {
        var template = PaperRegisterFile.template(List.of("5B Rowan", "=Elm"));
        assertTrue(template.startsWith("\uFEFFDate,Lesson,Class,Heads,Cards ticked"), template);
        var filled = template.replace(",,5B Rowan,,", "4/11/2026,Passwords,5B Rowan,27,");
        assertEquals(
                List.of(new PaperRow("4/11/2026", "Passwords", "5B Rowan", "27", "")), PaperRegisterFile.read(filled));
        assertEquals(
                "=Elm",
                PaperRegisterFile.read(template.replace(",,'=Elm,,", "4/11/2026,Passwords,'=Elm,20,"))
                        .getFirst()
                        .className());
    }

    @Test
    void columnsCanHaveAnyOrderAndBeSeparatedBySemicolonsOrTabs() {
        var row = new PaperRow("4/11/2026", "Passwords", "5B", "27", "1-3, 5");
        assertEquals(
                List.of(row),
                PaperRegisterFile.read("Class;Date;Lesson;Cards ticked;Heads\n5B;4/11/2026;Passwords;1-3, 5;27\n"));
        assertEquals(
                List.of(row),
                PaperRegisterFile.read(
                        "Date\tLesson\tClass\tHeads\tCards ticked\tNotes\n4/11/2026\tPasswords\t5B\t27\t1-3, 5\tx\n"));
    }

    @Test
    void aTableThatIsInvalidEmptyOrTooLongIsRefusedWithTheReason() {
        refused("has no heading “Heads”", "Date,Lesson,Class,Cards ticked\n4/11/2026,Passwords,5B,\n");
        refused("is empty", "");
        refused("No row", PaperRegisterFile.template(List.of("5B Rowan")));
        refused("at most 150", "Date,Lesson,Class,Heads,Cards ticked\n" + "4/11/2026,Passwords,5B,27,\n".repeat(151));
    }

    private static void refused(String words, String text) {
        var refused = assertThrows(Refused.class, () -> PaperRegisterFile.read(text));
        assertTrue(refused.why().contains(words), refused.why());
    }
}
