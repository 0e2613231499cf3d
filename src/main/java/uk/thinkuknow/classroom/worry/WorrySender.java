package uk.thinkuknow.classroom.worry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.join.ChildSeat;
import uk.thinkuknow.common.Words;

/**
 * The card that sent a worry, as it was then. It is stored with the worry, because seats are deleted after 30 days and
 * a worry only after it is closed.
 *
 * @param mine the child's answer to "Is Blue Otter your card today?"
 * @param devices generation of the seat: 1, or more if the seat had changed devices or cards by then
 * @param ended whether the device had lost the seat by then; written only if so, because versions before 1.4.0 refuse it
 */
record WorrySender(
        @Nullable String className,
        @Nullable String card,
        int number,
        String name,
        boolean mine,
        int devices,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ended) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static WorrySender of(ChildSeat seat, boolean mine) {
        return new WorrySender(
                seat.className(), seat.card(), seat.number(), seat.name(), mine, seat.generation(), seat.ended());
    }

    static WorrySender read(String text) {
        try {
            return JSON.readValue(text, WorrySender.class);
        } catch (JsonProcessingException e) {
            throw new WorryKeys.Unreadable(Words.of("worries.notByUs"));
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sender could not be written");
        }
    }

    /** Keeps the sender out of logs. */
    @Override
    public String toString() {
        return "worry sender";
    }
}
