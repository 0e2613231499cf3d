package uk.thinkuknow.curriculum.welsh;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;

/**
 * The language of a page for children.
 *
 * @param draft whether the Welsh is not reviewed, which the page then says
 * @param other the other language in which the page is available; null if none
 */
public record PageLanguage(
        Language language, boolean draft, @Nullable Language other) {}
