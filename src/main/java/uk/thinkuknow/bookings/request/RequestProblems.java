package uk.thinkuknow.bookings.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.web.FormError;

/** The problems of a request form, each with its field. */
public record RequestProblems(List<FormError> all) {

    public static RequestProblems none() {
        return new RequestProblems(new ArrayList<>());
    }

    /** The problems of a refusal; one without fields is shown at the first date, the likeliest cause. */
    public static RequestProblems of(Refused why) {
        return why instanceof InvalidRequest many
                ? many.problems()
                : new RequestProblems(List.of(new FormError("date-1", why.why())));
    }

    /** Runs a part of the checks; notes a refusal at the field and returns null, so that the other parts still run. */
    <T> @Nullable T at(String field, Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (Refused e) {
            all.add(new FormError(field, e.why()));
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

    /** The first problem of a field; null if there is none. */
    public @Nullable String of(String field) {
        return FormError.of(all, field);
    }

    /** Refuses a request form with problems in one or more fields. */
    static final class InvalidRequest extends Refused {
        private final transient RequestProblems problems;

        InvalidRequest(RequestProblems problems) {
            super("request.notSent");
            this.problems = problems;
        }

        @Override
        public String why() {
            return problems.all().getFirst().words();
        }

        RequestProblems problems() {
            return problems;
        }
    }
}
