/** Time, chance, public ids, languages, refusals and retention rules: the small things every room uses. */
@NullMarked
package uk.thinkuknow.common;

import org.jspecify.annotations.NullMarked;
