package uk.thinkuknow.attendance.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;

/** Card numbers as typed, for example "4, 17", kept as text so that the form shows them again unchanged. */
record CardNumbers(String text) {
    static CardNumbers of(List<Integer> cards) {
        return new CardNumbers(
                String.join(", ", cards.stream().map(String::valueOf).toList()));
    }

    /** Returns the numbers that can be read and that a card can have. */
    CardSet cards() {
        return CardSet.of(Arrays.stream(words())
                .map(NumberText::new)
                .flatMapToInt(typed -> typed.number().stream())
                .filter(number -> number >= 1 && number <= CardSet.HIGHEST)
                .boxed()
                .toList());
    }

    /** Returns a message about the first entry that is not a card of the class; empty if all are. */
    Optional<String> problem(RegisterClass inRoom) {
        return Arrays.stream(words())
                .filter(word -> new NumberText(word).number().stream().noneMatch(inRoom.eligible()::contains))
                .findFirst()
                .map(word -> Words.of(
                        "register.notACard", word.length() > 12 ? word.substring(0, 12) + "…" : word, inRoom.name()));
    }

    private String[] words() {
        var trimmed = text.strip();
        return trimmed.isEmpty() ? new String[0] : trimmed.split("[\\s,;]+", -1);
    }
}
