/** Time, chance, public ids, languages, refusals, retries after conflicts and retention rules: the small things every room uses. */
@NullMarked
package uk.thinkuknow.common;

import org.jspecify.annotations.NullMarked;
