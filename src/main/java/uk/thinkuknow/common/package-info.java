/**
 * Code that every other package uses: time, randomness, public ids, languages, refusals, retries on conflict and
 * retention rules.
 */
@NullMarked
package uk.thinkuknow.common;

import org.jspecify.annotations.NullMarked;
