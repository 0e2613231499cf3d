/** The studio: drafts of lessons, their checks, reviews and publication. */
@NullMarked
package uk.thinkuknow.studio.drafts;

import org.jspecify.annotations.NullMarked;
