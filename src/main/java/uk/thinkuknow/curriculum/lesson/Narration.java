package uk.thinkuknow.curriculum.lesson;

import org.jspecify.annotations.Nullable;

/**
 * How a screen is read aloud to children who cannot read it yet.
 *
 * @param step the key of its step
 * @param script what a grown-up says; "" where there is none
 * @param audio somebody's recorded voice; null where there is none yet. Nothing machine-made is recorded
 */
public record Narration(
        String step, String script, @Nullable Recording audio) {
    /** Where the recording lies; "" where there is none. */
    public String address() {
        return audio == null ? "" : audio.address();
    }
}
