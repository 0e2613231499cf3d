package uk.thinkuknow.curriculum.lesson;

import org.jspecify.annotations.Nullable;

/**
 * How a step is read aloud to children who cannot read yet.
 *
 * @param step the key of its step
 * @param script the text that an adult reads; "" if none
 * @param audio a person's recorded voice, never a synthetic one; null if none
 */
public record Narration(
        String step, String script, @Nullable Recording audio) {
    /** Returns the address of the recording; "" if none. */
    public String address() {
        return audio == null ? "" : audio.address();
    }
}
