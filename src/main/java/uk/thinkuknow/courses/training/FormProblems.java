package uk.thinkuknow.courses.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.FormError;

/** The problems of a form about training, at most one for each field, in the order of the form. */
record FormProblems(List<FormError> all) {
    static FormProblems none() {
        return new FormProblems(new ArrayList<>());
    }

    static FormProblems of(String field, String words) {
        return none().with(field, words);
    }

    FormProblems with(String field, String words) {
        if (of(field) == null) {
            all.add(new FormError(field, words));
        }
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The problem of a field; null if there is none. */
    public @Nullable String of(String field) {
        return FormError.of(all, field);
    }
}
