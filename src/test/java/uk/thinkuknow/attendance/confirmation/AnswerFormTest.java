package uk.thinkuknow.attendance.confirmation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.web.FormError;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AnswerFormTest {
    @Test
    void anAnswerIsChosenAndOnlyAWrongReturnHasAReason() {
        assertEquals(List.of("answer"), fields(null, "5B was away."));
        assertEquals(List.of("answer"), fields("perhaps", null));
        assertEquals(List.of("why"), fields("wrong", "  "));
        assertEquals(List.of("why"), fields("wrong", "x".repeat(401)));
        assertEquals(List.of(), fields("wrong", "5B was away."));
        assertEquals(List.of(), fields("right", null));
        assertEquals(List.of("why"), fields("right", "Two of them left."));
    }

    private static List<@Nullable String> fields(@Nullable String answer, @Nullable String why) {
        return new AnswerForm(answer, why, null)
                .errors().stream().map(FormError::field).toList();
    }
}
