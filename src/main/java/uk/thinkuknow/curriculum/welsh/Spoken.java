package uk.thinkuknow.curriculum.welsh;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;

/**
 * The language of a page for children.
 *
 * @param draft is it Welsh that nobody has reviewed? Then the page says so
 * @param other the language in which the page can be had too; null if there is none
 */
public record Spoken(
        Language language, boolean draft, @Nullable Language other) {}
