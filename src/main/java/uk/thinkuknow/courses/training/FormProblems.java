package uk.thinkuknow.courses.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** The problems of a form about training, at most one for each field, in the order of the form. */
record FormProblems(Map<String, String> byField) {
    static FormProblems none() {
        return new FormProblems(new LinkedHashMap<>());
    }

    static FormProblems of(String field, String words) {
        return none().with(field, words);
    }

    FormProblems with(String field, String words) {
        byField.putIfAbsent(field, words);
        return this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The problem of a field; "" if there is none. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }
}
