package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/** A step of a checklist that ticks itself off from the data. */
public record ChecklistStep(
        String title, @Nullable String text, @Nullable String href, State state) {
    /** How far a step is. */
    public enum State {
        DONE("green"),
        NEXT("blue"),
        TO_DO("grey"),
        WAITING("orange");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String shown() {
            return Words.of("checklist." + name());
        }

        public boolean done() {
            return this == DONE;
        }

        public boolean next() {
            return this == NEXT;
        }
    }
}
