package uk.thinkuknow.attendance.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.counting.CardSet;

/** Card numbers as somebody typed them, for example "4, 17": shown again as they were, whatever became of them. */
record CardNumbers(String text) {
    static CardNumbers of(List<Integer> cards) {
        return new CardNumbers(
                String.join(", ", cards.stream().map(String::valueOf).toList()));
    }

    /** Those that can be read. */
    CardSet cards() {
        return CardSet.of(Arrays.stream(words())
                .map(Typed::new)
                .flatMapToInt(typed -> typed.number().stream())
                .filter(number -> number >= 1 && number <= CardSet.HIGHEST)
                .boxed()
                .toList());
    }

    /** What cannot be read, or is no card of the class. */
    Optional<String> oddity(ClassInRoom inRoom) {
        return Arrays.stream(words())
                .filter(word -> new Typed(word).number().stream().noneMatch(inRoom.eligible()::contains))
                .findFirst()
                .map(word -> "“%s” is not a card of %s: type the numbers of the cards, like 4, 17"
                        .formatted(word.length() > 12 ? word.substring(0, 12) + "…" : word, inRoom.name()));
    }

    private String[] words() {
        var trimmed = text.strip();
        return trimmed.isEmpty() ? new String[0] : trimmed.split("[\\s,;]+", -1);
    }
}
