package uk.thinkuknow.bookings.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;

/** Everything that is wrong with a request, each with the field in which it can be put right. */
public record RequestProblems(List<Problem> all) {
    record Problem(String field, String text) {}

    public static RequestProblems none() {
        return new RequestProblems(new ArrayList<>());
    }

    /** What the request as a whole was refused for, at the field that most likely mends it. */
    public static RequestProblems of(Refused why) {
        return why instanceof NotUnderstood many
                ? many.problems()
                : new RequestProblems(List.of(new Problem("date-1", why.why())));
    }

    /** Reads or checks a part of it; what is wrong with that is noted at its field, and the rest is looked at all the same. */
    <T> @Nullable T at(String field, Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (BookingRefused e) {
            all.add(new Problem(field, e.why()));
            return null;
        }
    }

    void check(String field, Runnable part) {
        at(field, () -> {
            part.run();
            return null;
        });
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What is wrong with a field, empty if nothing is. */
    public String of(String field) {
        return all.stream()
                .filter(each -> each.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    /** The form of a request cannot be understood, in one or more fields. */
    static final class NotUnderstood extends Refused {
        private final transient RequestProblems problems;

        NotUnderstood(RequestProblems problems) {
            super(problems.all().getFirst().text());
            this.problems = problems;
        }

        RequestProblems problems() {
            return problems;
        }
    }
}
